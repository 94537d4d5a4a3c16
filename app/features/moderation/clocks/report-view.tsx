import type { ReactNode } from "react";
import type { Translate } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import type { ClockFigures } from "./clock-figures.ts";
import type { ClockReport } from "./get-clock-report.server.ts";
import type { ReportDays } from "./report-period.ts";
import "./clocks.css";

type Props = { report: ClockReport; days: ReportDays; wrong: boolean };

/** How fast the desk worked: by queue and by agent. */
export function ReportView({ report, days, wrong }: Props) {
  const t = useT();
  const { team, queues, agents } = report;
  const query = new URLSearchParams(days).toString();
  return (
    <div className="pl-stack">
      <PageHead
        title={t("clocks.reportTitle")}
        lead={t("clocks.reportLead")}
        actions={
          <ButtonLink href={`/staff/hours/report.csv?${query}`} download>
            {t("clocks.download")}
          </ButtonLink>
        }
      />
      <form method="get" className="pl-fields pl-narrow">
        <div className="pl-staff__pair">
          <TextField
            id="from"
            name="from"
            type="date"
            label={t("clocks.from")}
            defaultValue={days.from}
            error={wrong ? t("clocks.daysBad") : undefined}
          />
          <TextField id="to" name="to" type="date" label={t("clocks.to")} defaultValue={days.to} />
        </div>
        <div>
          <Button>{t("clocks.show")}</Button>
        </div>
      </form>
      <section className="pl-clocks">
        <SectionHead flush id="by-queue" title={t("clocks.byQueue")} />
        <FigureTable
          caption={t("clocks.byQueue")}
          first={t("clocks.columnQueue")}
          rows={[
            ...queues.map((row) => ({
              key: row.queue,
              name: t("clocks.queue", { queue: row.queue }),
              figures: row,
            })),
            { key: "all", name: <b>{t("clocks.all")}</b>, figures: team },
          ]}
        />
      </section>
      <section className="pl-clocks">
        <SectionHead flush id="by-agent" title={t("clocks.byAgent")} />
        <p className="pl-meta">{t("clocks.agentNote")}</p>
        {agents.length === 0 ? (
          <p className="pl-muted">{t("clocks.agentNone")}</p>
        ) : (
          <FigureTable
            caption={t("clocks.byAgent")}
            first={t("clocks.columnAgent")}
            rows={agents.map((row) => ({
              key: String(row.agent.id),
              name: <bdi>{row.agent.name}</bdi>,
              figures: row,
            }))}
          />
        )}
      </section>
    </div>
  );
}

type FigureRow = { key: string; name: ReactNode; figures: ClockFigures };

function durationText(t: Translate, minutes: number | null): string {
  if (minutes === null) return "–";
  const whole = Math.round(minutes);
  if (whole < 60) return t("clocks.minutes", { minutes: whole });
  return t("clocks.hours", { hours: Math.floor(whole / 60), minutes: whole % 60 });
}

function shareText(t: Translate, share: number | null): string {
  if (share === null) return "–";
  return new Intl.NumberFormat(t.locale, { style: "percent" }).format(share);
}

function FigureTable(props: { caption: string; first: string; rows: FigureRow[] }) {
  const t = useT();
  const count = new Intl.NumberFormat(t.locale);
  return (
    <Table
      caption={props.caption}
      hideCaption
      columns={[
        { label: props.first },
        { label: t("clocks.columnClosed"), numeric: true },
        { label: t("clocks.columnClaimMedian"), numeric: true },
        { label: t("clocks.columnClaimMost"), numeric: true },
        { label: t("clocks.columnCloseMedian"), numeric: true },
        { label: t("clocks.columnCloseMost"), numeric: true },
        { label: t("clocks.columnWithin"), numeric: true },
        { label: t("clocks.columnBreaches"), numeric: true },
      ]}
      rows={props.rows.map(({ key, name, figures }) => ({
        key,
        cells: [
          name,
          count.format(figures.closed),
          durationText(t, figures.claimMedian),
          durationText(t, figures.claimMost),
          durationText(t, figures.closeMedian),
          durationText(t, figures.closeMost),
          shareText(t, figures.within),
          count.format(figures.breaches),
        ],
      }))}
    />
  );
}
