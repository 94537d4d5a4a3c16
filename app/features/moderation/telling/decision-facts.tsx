import { useT } from "#app/i18n/use-t.tsx";
import { KeyValues } from "#app/ui/stat-list.tsx";
import { Time } from "#app/ui/time.tsx";
import type { OwnDecision } from "./own-decision.ts";

/** A decision with all that whoever it is about is told: what it is about, why, what it means. */
export function DecisionFacts({ decision }: { decision: OwnDecision }) {
  const t = useT();
  const { title, text, reason, appeal } = decision;
  if (decision.message) return <Message decision={decision} />;
  const facts = [
    reason === "" ? null : { label: t("telling.reason"), value: <span dir="auto">{reason}</span> },
    { label: t("telling.ground"), value: <span dir="auto">{decision.rests}</span> },
    { label: t("telling.meaning"), value: decision.means },
    { label: t("telling.decidedBy"), value: decision.by },
    { label: t("telling.when"), value: <Time {...decision.at} /> },
    decision.until
      ? { label: t("telling.until"), value: decision.until.title }
      : decision.endless
        ? { label: t("telling.until"), value: t("telling.endless") }
        : null,
    { label: t("telling.stateLabel"), value: t("telling.state", { state: decision.state }) },
    appeal
      ? {
          label: t("telling.appealLabel"),
          value: t("telling.appealState", { outcome: appeal.outcome ?? "received" }),
        }
      : null,
    appeal && appeal.answer !== ""
      ? { label: t("telling.answer"), value: <span dir="auto">{appeal.answer}</span> }
      : null,
  ];
  return (
    <>
      {title === null ? null : <p dir="auto">{t("telling.where", { title })}</p>}
      {text === null || text === "" ? null : (
        <blockquote className="pl-panel pl-panel--sunken" dir="auto">
          {text}
        </blockquote>
      )}
      <KeyValues items={facts.filter((fact) => fact !== null)} />
    </>
  );
}

/** What the team wrote, and about what. */
function Message({ decision: { title, reason, at } }: { decision: OwnDecision }) {
  const t = useT();
  return (
    <>
      {title === null ? null : <p dir="auto">{t("telling.where", { title })}</p>}
      <blockquote className="pl-panel pl-panel--sunken" dir="auto">
        {reason}
      </blockquote>
      <p className="pl-meta">
        <Time {...at} />
      </p>
    </>
  );
}
