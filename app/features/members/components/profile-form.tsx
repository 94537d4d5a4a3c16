import { useT } from "#app/i18n/use-t.tsx";
import { AdviceButton } from "#app/ui/advice.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { BIO_MAX, NAME_MAX, PRODUCTS } from "../display-name.ts";
import type { OwnAccountView } from "../get-own-account.server.ts";
import { AccountForm, type Failure } from "./account-form.tsx";

type OwnProfile = Pick<
  OwnAccountView,
  "name" | "bio" | "products" | "showProducts" | "showActivity"
>;
type Props = { failure: Failure | null; profile: OwnProfile };

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
      <TextAreaField
        id="products"
        name="products"
        rows={3}
        dir="auto"
        label={t("profile.products")}
        optional={t("common.optional")}
        hint={t("profile.productsHint", { max: PRODUCTS.count })}
        defaultValue={failure?.values.products ?? profile.products}
        error={failure?.fields.products}
      />
      {(["showProducts", "showActivity"] as const).map((name) => (
        <SelectField
          key={name}
          id={name}
          name={name}
          label={t(`profile.${name}`)}
          defaultValue={failure?.values[name] ?? profile[name]}
          options={[
            { value: "everyone", label: t("profile.everyone") },
            { value: "members", label: t("profile.membersOnly") },
          ]}
        />
      ))}
      <div className="pl-btns">
        <Button variant="primary">{t("common.save")}</Button>
        <AdviceButton advice={failure?.advice} label={t("screening.saveAsItIs")} />
      </div>
    </AccountForm>
  );
}
