import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import type { OwnAccountView } from "../get-own-account.server.ts";
import { AccountForm, type Failure } from "./account-form.tsx";
import { ChangeEmailForm, ChangePasswordForm } from "./change-forms.tsx";

const NOTES = {
  verified: "account.verified",
  sent: "account.emailSentAgain",
  asked: "account.emailChangeAsked",
  password: "account.passwordChanged",
} as const;

function noteKey(note: string | null) {
  return note !== null && Object.hasOwn(NOTES, note) ? NOTES[note as keyof typeof NOTES] : null;
}

type Props = { account: OwnAccountView; note: string | null; failure: Failure | null };

/** A member's address and password, and the forms that change them. */
export function AccountSettings({ account, note, failure }: Props) {
  const t = useT();
  const done = failure ? null : noteKey(note);
  const of = (intent: string) => (failure?.values.intent === intent ? failure : null);
  return (
    <>
      {done && <Notice state="solved">{t(done)}</Notice>}
      <section className="pl-form" aria-labelledby="email-section">
        <SectionHead title={t("account.emailSection")} id="email-section" />
        {account.verified ? (
          <p>{t("account.emailNow", { email: account.email })}</p>
        ) : (
          <>
            <Notice state="issue">{t("account.emailUnverified", { email: account.email })}</Notice>
            <AccountForm failure={of("verify")} intent="verify" prefix="verify-">
              <div>
                <Button>{t("account.emailSendAgain")}</Button>
              </div>
            </AccountForm>
          </>
        )}
        {account.pendingEmail && (
          <p>{t("account.emailPending", { email: account.pendingEmail })}</p>
        )}
        <ChangeEmailForm failure={of("email")} />
      </section>
      <section className="pl-form" aria-labelledby="password-section">
        <SectionHead title={t("account.passwordSection")} id="password-section" />
        <ChangePasswordForm failure={of("password")} handle={account.handle} />
      </section>
    </>
  );
}
