import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { listWords } from "../formula-words.ts";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import "./rules.css";
import type { TrialView } from "./view-trial.server.ts";

type Props = { trial: TrialView; of: "points" | "ranks" };

/** What a trial says: counts, the biggest movers, and who goes from which rank to which. */
export function TrialReport({ trial, of }: Props) {
  const t = useT();
  const nobody = trial.points.count === 0 && trial.ranks.count === 0;
  return (
    <section aria-labelledby="trial" className="pl-fields">
      <SectionHead flush id="trial" title={t("rulesDesk.trialTitle")} />
      {nobody ? <p>{t("rulesDesk.trialNobody")}</p> : null}
      {!nobody && of === "points" ? <p>{t("rulesDesk.trialPoints", trial.points)}</p> : null}
      {trial.movers.length > 0 ? <Movers trial={trial} /> : null}
      {nobody ? null : <p>{t("rulesDesk.trialRanks", trial.ranks)}</p>}
      {trial.moves.length > 0 ? <Moves trial={trial} /> : null}
      <p className="pl-meta">{t("rulesDesk.trialExact")}</p>
    </section>
  );
}

function Who({ handle, name }: { handle: string; name: string }) {
  return (
    <a className="pl-who" href={`/m/${handle}`} dir="auto">
      {name}
    </a>
  );
}

function Movers({ trial }: { trial: TrialView }) {
  const t = useT();
  const number = (value: number) => formatNumber(t, value);
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));
  return (
    <Table
      caption={t("rulesDesk.movers")}
      columns={[
        { label: t("rulesDesk.columnMember") },
        { label: t("rulesDesk.columnBefore"), numeric: true },
        { label: t("rulesDesk.columnAfter"), numeric: true },
        { label: t("rulesDesk.columnChange"), numeric: true },
      ]}
      rows={trial.movers.map(({ handle, name, before, after }) => ({
        key: handle,
        cells: [
          <Who key="who" handle={handle} name={name} />,
          number(before),
          number(after),
          <b key="change" dir="ltr">
            {signed(after - before)}
          </b>,
        ],
      }))}
    />
  );
}

function Moves({ trial }: { trial: TrialView }) {
  const t = useT();
  return (
    <Table
      caption={t("rulesDesk.rankMoves")}
      columns={[
        { label: t("rulesDesk.columnBefore") },
        { label: t("rulesDesk.columnAfter") },
        { label: t("rulesDesk.columnChange") },
        { label: t("rulesDesk.columnMembers"), numeric: true },
        { label: t("rulesDesk.columnWho"), wideOnly: true },
      ]}
      rows={trial.moves.map(({ key, from, to, rises, count, some }) => ({
        key,
        cells: [
          <span key="from" dir="auto">
            {from}
          </span>,
          <span key="to" dir="auto">
            {to}
          </span>,
          t(rises ? "rulesDesk.rises" : "rulesDesk.falls"),
          <b key="count">{formatNumber(t, count)}</b>,
          <span key="some" dir="auto">
            {listWords(
              t,
              some.map(({ name }) => name),
            )}
          </span>,
        ],
      }))}
    />
  );
}
