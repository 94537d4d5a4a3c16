import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { AccountForm, type Failure } from "./account-form.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

function CurrentPasswordField({ id, error }: { id: string; error?: string }) {
  const t = useT();
  return (
    <TextField
      id={id}
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      required
      label={t("account.currentPassword")}
      error={error}
    />
  );
}

/** Asks for another address. */
export function ChangeEmailForm({ failure }: { failure: Failure | null }) {
  const t = useT();
  return (
    <AccountForm failure={failure} intent="email" prefix="email-">
      <TextField
        id="email-email"
        name="email"
        type="email"
        autoComplete="email"
        required
        dir="ltr"
        label={t("account.emailNew")}
        defaultValue={failure?.values.email}
        error={failure?.fields.email}
      />
      <CurrentPasswordField id="email-currentPassword" error={failure?.fields.currentPassword} />
      <div>
        <Button>{t("account.emailChangeSubmit")}</Button>
      </div>
    </AccountForm>
  );
}

/** Sets another password. */
export function ChangePasswordForm({
  failure,
  handle,
}: {
  failure: Failure | null;
  handle: string;
}) {
  const t = useT();
  return (
    <AccountForm failure={failure} intent="password" prefix="password-">
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={handle} readOnly hidden />
      <CurrentPasswordField id="password-currentPassword" error={failure?.fields.currentPassword} />
      <NewPasswordField
        id="password-password"
        label={t("account.newPassword")}
        error={failure?.fields.password}
      />
      <div>
        <Button>{t("account.passwordSubmit")}</Button>
        <p className="pl-meta">{t("account.passwordSubmitHint")}</p>
      </div>
    </AccountForm>
  );
}
