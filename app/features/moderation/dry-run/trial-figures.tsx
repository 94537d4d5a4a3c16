import type { CheckId } from "#app/features/automod/checks/check.ts";
import { VERDICTS } from "#app/features/automod/screened.ts";
import { nameKey } from "#app/features/automod/rules/rule-fields.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import type { CheckView, TrialPage } from "./get-trial.server.ts";
import { STANDINGS, type Caught, type CheckReport } from "./trial-report.ts";

type Report = NonNullable<TrialPage["report"]>;
type Figures = Omit<CheckReport, "check" | "examples">;

const total = ({ verdicts }: Caught): number =>
  VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0);

const says = ({ tried, inForce }: Figures): boolean => total(tried) + total(inForce) > 0;

/** The figures of a trial: by check what it would have caught, whom, and what staff decided about it. */
export function TrialFigures({ report }: { report: Report }) {
  const t = useT();
  const { texts, all, cut } = report;
  const checks = report.checks.filter(says);
  if (texts === 0) return <p>{t("automod.trialNone")}</p>;
  return (
    <div className="pl-fields pl-trial">
      <SectionHead flush id="figures" title={t("automod.trialByCheck")} />
      <p>
        {t("automod.trialTexts", { texts, caught: total(all.tried), before: total(all.inForce) })}{" "}
        {t("automod.trialNew", { newly: all.newly, noLonger: all.noLonger })}
      </p>
      {cut ? <p>{t("automod.trialCut")}</p> : null}
      <FigureTable checks={checks} all={all} />
      <p className="pl-meta">{t("automod.trialBasis")}</p>
      {checks
        .filter(({ examples }) => examples.length > 0)
        .map((check) => (
          <Examples key={check.check} check={check} />
        ))}
    </div>
  );
}

function FigureTable({ checks, all }: { checks: CheckView[]; all: Figures }) {
  const t = useT();
  const cellsOf = ({ tried, inForce, newly, noLonger }: Figures) => {
    const decided = tried.removed + tried.stood;
    return [
      ...VERDICTS.map((verdict) =>
        tried.verdicts[verdict] === inForce.verdicts[verdict]
          ? String(tried.verdicts[verdict])
          : t("automod.beforeFigure", {
              now: tried.verdicts[verdict],
              before: inForce.verdicts[verdict],
            }),
      ),
      `${newly} / ${noLonger}`,
      STANDINGS.filter((group) => tried.authors[group] > 0)
        .map((group) => t("automod.who", { group, count: tried.authors[group] }))
        .join(", "),
      decided === 0
        ? "–"
        : t("automod.precision", {
            share: tried.removed / decided,
            removed: tried.removed,
            decided,
          }),
    ];
  };
  return (
    <Table
      caption={t("automod.trialByCheck")}
      hideCaption
      columns={[
        { label: t("automod.columnCheck") },
        { label: t("automod.columnNudge"), numeric: true },
        { label: t("automod.columnHold"), numeric: true },
        { label: t("automod.columnReject"), numeric: true },
        { label: t("automod.columnChange"), numeric: true },
        { label: t("automod.columnWho") },
        { label: t("automod.columnPrecision"), numeric: true },
      ]}
      rows={[
        { key: "all", cells: [<b key="all">{t("automod.all")}</b>, ...cellsOf(all)] },
        ...checks.map((check) => ({
          key: check.check,
          cells: [t(nameKey(check.check as CheckId)), ...cellsOf(check)],
        })),
      ]}
    />
  );
}

function Examples({ check }: { check: CheckView }) {
  const t = useT();
  const name = t(nameKey(check.check as CheckId));
  return (
    <details className="pl-fold">
      <summary>{t("automod.examplesOf", { check: name })}</summary>
      <ul className="pl-staff__hits">
        {check.examples.map(({ postId, verdict, reason, text }) => (
          <li key={postId}>
            <a href={`/p/${postId}`} dir="auto">
              {text === "" ? String(postId) : text}
            </a>
            <p className="pl-meta" dir="auto">
              {t("automod.mode", { mode: verdict })} · {reason}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
