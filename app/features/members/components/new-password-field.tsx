import { useT } from "#app/i18n/use-t.tsx";
import { TextField } from "#app/ui/field.tsx";
import { PASSWORD_MAX, PASSWORD_MIN } from "../password-rules.ts";

type Props = { id?: string; label: string; error?: string };

/** Where a new password is chosen: never filled in again after a failed try. */
export function NewPasswordField({ id = "password", label, error }: Props) {
  const t = useT();
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
      label={label}
      hint={t("account.passwordHint", { min: PASSWORD_MIN })}
      error={error}
    />
  );
}
