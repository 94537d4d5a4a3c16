import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { AccountForm, type Failure } from "./account-form.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

/** The fields of a new account. */
export function SignUpForm({ failure }: { failure: Failure | null }) {
  const t = useT();
  const { values = {}, fields = {} } = failure ?? {};
  return (
    <AccountForm failure={failure}>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        required
        dir="auto"
        label={t("account.name")}
        hint={t("account.nameHint")}
        defaultValue={values.name}
        error={fields.name}
      />
      <TextField
        id="handle"
        name="handle"
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        required
        dir="auto"
        label={t("account.handle")}
        hint={t("account.handleHint")}
        defaultValue={values.handle}
        error={fields.handle}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        required
        dir="ltr"
        label={t("account.email")}
        hint={t("account.emailHint")}
        defaultValue={values.email}
        error={fields.email}
      />
      <NewPasswordField label={t("account.password")} error={fields.password} />
      <Button variant="primary" size="lg" block>
        {t("account.signUpSubmit")}
      </Button>
    </AccountForm>
  );
}
