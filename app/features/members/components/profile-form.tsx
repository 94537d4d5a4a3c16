import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { BIO_MAX, NAME_MAX } from "../display-name.ts";
import { AccountForm, type Failure } from "./account-form.tsx";

type Props = { failure: Failure | null; profile: { name: string; bio: string } };

/** What others see of a member. */
export function ProfileForm({ failure, profile }: Props) {
  const t = useT();
  return (
    <AccountForm failure={failure} action="/settings?index">
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        required
        dir="auto"
        maxLength={NAME_MAX}
        label={t("account.name")}
        hint={t("account.nameHint")}
        defaultValue={failure?.values.name ?? profile.name}
        error={failure?.fields.name}
      />
      <TextAreaField
        id="bio"
        name="bio"
        rows={5}
        label={t("account.bio")}
        optional={t("common.optional")}
        hint={t("account.bioHint", { max: BIO_MAX })}
        defaultValue={failure?.values.bio ?? profile.bio}
        error={failure?.fields.bio}
      />
      <div>
        <Button variant="primary">{t("common.save")}</Button>
      </div>
    </AccountForm>
  );
}
