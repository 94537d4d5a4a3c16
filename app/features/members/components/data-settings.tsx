import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { TimeText } from "#app/i18n/format-time.ts";
import { AccountForm, type Failure } from "./account-form.tsx";

type Props = {
  exports: { id: number; asked: TimeText; ready: boolean; until: TimeText }[];
  note: string | null;
  /** What becomes of the posts. */
  policy: "keep" | "remove";
  failure: Failure | null;
};

/** One's own data: take it along, or end the account. */
export function DataSettings({ exports, note, policy, failure }: Props) {
  const t = useT();
  const intent = failure?.values.intent;
  return (
    <>
      {note === "kept" ? <Notice state="solved">{t("data.kept")}</Notice> : null}
      <section className="pl-fields" aria-labelledby="export-title">
        <h2 className="pl-h-sec" id="export-title">
          {t("data.exportTitle")}
        </h2>
        <p>{t("data.exportLead")}</p>
        {exports.length > 0 ? (
          <ul>
            {exports.map((item) => (
              <li key={item.id}>
                {item.ready ? (
                  <>
                    <a href={`/settings/export/${item.id}`} download>
                      {t("data.download", { when: item.asked.title })}
                    </a>{" "}
                    <span className="pl-meta">{t("data.until", { when: item.until.title })}</span>
                  </>
                ) : (
                  <>
                    {t("data.preparing")} <a href="/settings/data">{t("data.lookAgain")}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <AccountForm intent="export" failure={intent === "export" ? failure : null}>
          <div>
            <Button>{t("data.export")}</Button>
          </div>
        </AccountForm>
      </section>
      <section className="pl-fields" aria-labelledby="delete-title">
        <h2 className="pl-h-sec" id="delete-title">
          {t("data.deleteTitle")}
        </h2>
        <p>{t("data.deleteLead")}</p>
        <p>{t(policy === "keep" ? "data.postsKept" : "data.postsRemoved")}</p>
        <AccountForm intent="delete" failure={intent === "delete" ? failure : null}>
          <TextField
            id="currentPassword"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            label={t("account.currentPassword")}
            error={intent === "delete" ? failure?.fields.currentPassword : undefined}
          />
          <div>
            <Button variant="danger">{t("data.delete")}</Button>
          </div>
        </AccountForm>
        <p>
          <ButtonLink href="/settings/sessions" size="sm">
            {t("data.onlySignOut")}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
