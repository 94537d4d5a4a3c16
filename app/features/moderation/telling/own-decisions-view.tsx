import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { DecisionFacts } from "./decision-facts.tsx";
import type { OwnDecisions } from "./get-own-decisions.server.ts";

type Props = { page: OwnDecisions; saved: boolean };

/** What was decided about oneself, and whether one gets mails about one's reports. */
export function OwnDecisionsView({ page, saved }: Props) {
  const t = useT();
  const { decisions, next, days } = page;
  return (
    <>
      {saved ? <Notice state="solved">{t("telling.saved")}</Notice> : null}
      <p>{t("telling.pageLead", { days })}</p>
      {decisions.length === 0 ? (
        <Empty icon="shield" title={t("telling.none")}>
          {t("telling.noneText")}
        </Empty>
      ) : null}
      {decisions.map((decision) => (
        <article key={decision.id} className="pl-fields">
          <SectionHead flush id={`decision-${decision.id}`} title={decision.did} />
          <DecisionFacts decision={decision} />
          {decision.appealHref ? (
            <div>
              <ButtonLink href={decision.appealHref} size="sm">
                {t(decision.mayAppeal ? "telling.appealAction" : "telling.appealSee")}
              </ButtonLink>
            </div>
          ) : null}
        </article>
      ))}
      {next ? (
        <div>
          <ButtonLink href={`/settings/decisions?after=${next}`}>{t("telling.older")}</ButtonLink>
        </div>
      ) : null}
      <form method="post" className="pl-fields" aria-labelledby="mails">
        <SectionHead flush id="mails" title={t("telling.mails")} />
        <CheckField
          id="reportMails"
          name="reportMails"
          value="on"
          label={t("telling.mailsOn")}
          hint={t("telling.mailsHint")}
          defaultChecked={page.reportMails}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </form>
    </>
  );
}
