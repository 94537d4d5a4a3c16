import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import type { PointHistory, PointLine } from "./get-point-history.server.ts";

type Props = { history: PointHistory; title: string; first: boolean };

/** Every entry of a member's ledger. */
export function PointHistoryView({ history, title, first }: Props) {
  const t = useT();
  const { member, lines, next } = history;
  const path = `/m/${member.handle}/points`;
  return (
    <div className="pl-wrap pl-page">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[{ href: `/m/${member.handle}`, label: member.name }]}
      />
      <PageHead title={title} lead={t("impact.pointsLead")} />
      <p>
        <b>{t("impact.points", { count: member.points })}</b>
      </p>
      {lines.length === 0 ? (
        <Empty icon="star" title={t("impact.pointsNone")}>
          {member.mine ? t("impact.pointsNoneText") : undefined}
        </Empty>
      ) : (
        <Table
          caption={title}
          hideCaption
          columns={[
            { label: t("impact.pointsCount"), numeric: true },
            { label: t("impact.pointsFor") },
            { label: t("impact.pointsRule"), wideOnly: true },
            { label: t("impact.pointsWhen") },
          ]}
          rows={lines.map((line) => ({ key: String(line.id), cells: cellsOf(line, t) }))}
        />
      )}
      {next || !first ? (
        <Pager
          label={t("impact.pointsPages")}
          previous={first ? undefined : { href: path, label: t("impact.pointsNewest") }}
          next={
            next ? { href: `${path}?after=${next}`, label: t("impact.pointsEarlier") } : undefined
          }
        />
      ) : null}
    </div>
  );
}

function cellsOf(line: PointLine, t: ReturnType<typeof useT>) {
  const amount = `${line.points < 0 ? "−" : "+"}${formatNumber(t, Math.abs(line.points))}`;
  return [
    <span key="points" dir="ltr">
      {line.state === "gone" ? <s>{amount}</s> : <b>{amount}</b>}
    </span>,
    <div key="for">
      {line.thread ? (
        <a href={line.thread.href} dir="auto">
          {line.thread.title}
        </a>
      ) : (
        <span className="pl-muted">{t("impact.pointsHidden")}</span>
      )}
      <p className="pl-meta">
        {t(`rules.rule.${line.rule}`)}
        {line.state === "stands" ? null : (
          <> · {t(line.state === "back" ? "impact.pointsBack" : "impact.pointsGone")}</>
        )}
      </p>
    </div>,
    line.version === 0
      ? t("impact.pointsVersionDefault")
      : t("impact.pointsVersion", { version: line.version }),
    <Time key="at" {...(line.state === "back" ? line.entered : line.at)} />,
  ];
}
