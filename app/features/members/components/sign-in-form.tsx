import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { AccountForm, type Failure } from "./account-form.tsx";

/** Address or handle, and password. `to` is where to go afterwards. */
export function SignInForm({ failure, to }: { failure: Failure | null; to: string }) {
  const t = useT();
  const { values = {}, fields = {} } = failure ?? {};
  return (
    <AccountForm failure={failure} action="/sign-in">
      <input type="hidden" name="to" value={to} />
      <TextField
        id="login"
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        dir="auto"
        label={t("account.login")}
        defaultValue={values.login}
        error={fields.login}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={t("account.password")}
        hint={<a href="/forgot">{t("account.signInForgot")}</a>}
        error={fields.password}
      />
      <Button variant="primary" size="lg" block>
        {t("common.signIn")}
      </Button>
    </AccountForm>
  );
}
