import { useT } from "#app/i18n/use-t.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What comes after signing up: the mail. `outbox` where a demo shows its mails instead. */
export function CheckMail({ outbox }: { outbox: boolean }) {
  const t = useT();
  return (
    <FormCard title={t("account.checkTitle")}>
      <p>{t("account.checkText")}</p>
      {outbox && (
        <Notice state="open">
          {t("account.checkOutbox")} <a href="/outbox">{t("account.outboxName")}</a>
        </Notice>
      )}
      <p className="pl-meta">
        {t("account.checkNone")}{" "}
        <a href="/sign-in?to=/settings/account">{t("account.checkAgain")}</a>
      </p>
    </FormCard>
  );
}
