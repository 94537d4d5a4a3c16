import { useT } from "#app/i18n/use-t.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import type { TermReport } from "./term-report.server.ts";

const FIGURES = ["answers", "accepted", "helpful", "people", "edits"] as const;

/** What a member did in a term, beside as long a time before. */
export function ReportView({ report }: { report: TermReport }) {
  const t = useT();
  const number = (value: number) => value.toLocaleString(t.locale);
  return (
    <section aria-labelledby="report">
      <SectionHead
        id="report"
        title={t("programme.reportTitle")}
        end={
          <span className="pl-meta">
            {t("programme.reportSpan", { from: report.from.text, to: report.to.text })}
          </span>
        }
      />
      <Table
        caption={t("programme.reportCaption")}
        columns={[
          { label: t("programme.reportWhat") },
          { label: t("programme.reportNow"), numeric: true },
          { label: t("programme.reportBefore"), numeric: true },
        ]}
        rows={FIGURES.map((figure) => ({
          key: figure,
          cells: [
            t(`programme.report.${figure}`),
            <b key="now">{number(report.now[figure])}</b>,
            number(report.before[figure]),
          ],
        }))}
      />
      {report.spaces.length > 0 ? (
        <Table
          caption={t("programme.spacesCaption")}
          columns={[
            { label: t("programme.spaceName") },
            { label: t("programme.report.answers"), numeric: true },
            { label: t("programme.report.accepted"), numeric: true },
          ]}
          rows={report.spaces.map(({ slug, name, answers, accepted }) => ({
            key: slug,
            cells: [
              <span key="name" dir="auto">
                {name}
              </span>,
              number(answers),
              number(accepted),
            ],
          }))}
        />
      ) : null}
    </section>
  );
}
