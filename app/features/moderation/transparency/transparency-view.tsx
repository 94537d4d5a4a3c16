import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { StatList } from "#app/ui/stat-list.tsx";
import { Table } from "#app/ui/table.tsx";
import type { ReportKind } from "#db/schema-moderation.ts";
import { summaryOf, type Figures, type ReportFigures } from "./figures.ts";
import type { Transparency } from "./get-transparency.server.ts";
import { medianText } from "./transparency-words.ts";
import "./transparency.css";

/** How the team decides: the months, and one of them or the year in detail. */
export function TransparencyView({ page }: { page: Transparency }) {
  const t = useT();
  const { months, year, chosen, counted } = page;
  const shown = months.find(({ month }) => month === chosen);
  return (
    <div className="pl-wrap pl-page pl-stack pl-clear">
      <PageHead
        title={t("transparency.title")}
        lead={t("transparency.lead")}
        actions={
          <ButtonLink href="/transparency.csv" size="sm" download>
            {t("transparency.download")}
          </ButtonLink>
        }
      />
      <Months page={page} />
      <Detail
        name={shown?.name ?? t("transparency.year")}
        figures={shown?.figures ?? year}
        key={chosen}
      />
      <p className="pl-meta">{t("transparency.counted", { when: counted.title })}</p>
    </div>
  );
}

function Months({ page: { months, year, chosen } }: { page: Transparency }) {
  const t = useT();
  const number = (value: number) => formatNumber(t, value);
  const cells = (figures: Figures) => {
    const of = summaryOf(figures);
    return [
      number(of.decisions),
      number(of.automated),
      number(of.received),
      number(of.agreed),
      number(figures.appeals.made),
      number(figures.appeals.overturned),
      number(figures.reversals),
      medianText(t, figures.reportMinutes),
    ];
  };
  return (
    <section>
      <SectionHead flush id="months" title={t("transparency.months")} />
      <Table
        caption={t("transparency.months")}
        hideCaption
        columns={[
          { label: t("transparency.month") },
          ...(
            [
              "transparency.decisions",
              "transparency.byRule",
              "transparency.reports",
              "transparency.agreed",
              "transparency.appeals",
              "transparency.overturned",
              "transparency.reversals",
              "transparency.reportMedian",
            ] as const
          ).map((label) => ({ label: t(label), numeric: true })),
        ]}
        rows={[
          {
            key: "year",
            cells: [
              <a
                key="name"
                href="/transparency#detail"
                aria-current={chosen === null ? "true" : undefined}
              >
                <b>{t("transparency.year")}</b>
              </a>,
              ...cells(year),
            ],
          },
          ...months.map(({ month, name, figures }) => ({
            key: month,
            cells: [
              <a
                key="name"
                href={`/transparency?month=${month}#detail`}
                aria-current={chosen === month ? "true" : undefined}
              >
                <time dateTime={month}>{name}</time>
              </a>,
              ...cells(figures),
            ],
          })),
        ]}
      />
    </section>
  );
}

function Detail({ name, figures }: { name: string; figures: Figures }) {
  const t = useT();
  const number = (value: number) => formatNumber(t, value);
  const of = summaryOf(figures);
  return (
    <>
      <section>
        <SectionHead flush id="detail" title={name} />
        <StatList
          items={[
            { label: t("transparency.decisions"), value: number(of.decisions) },
            { label: t("transparency.byPeople"), value: number(of.decisions - of.automated) },
            { label: t("transparency.byRule"), value: number(of.automated) },
            { label: t("transparency.onTerms"), value: number(figures.grounds.terms) },
            { label: t("transparency.onLaw"), value: number(figures.grounds.law) },
            { label: t("transparency.restricted"), value: number(of.restricted) },
            { label: t("transparency.reversals"), value: number(figures.reversals) },
            {
              label: t("transparency.reportMedian"),
              value: medianText(t, figures.reportMinutes),
            },
            {
              label: t("transparency.appealMedian"),
              value: medianText(t, figures.appealMinutes),
            },
          ]}
        />
      </section>
      <Decisions decisions={figures.decisions} />
      <Reports reports={figures.reports} />
      <section>
        <SectionHead flush id="appeals" title={t("transparency.appeals")} />
        <StatList
          items={[
            { label: t("transparency.made"), value: number(figures.appeals.made) },
            { label: t("transparency.upheld"), value: number(figures.appeals.upheld) },
            { label: t("transparency.overturned"), value: number(figures.appeals.overturned) },
          ]}
        />
      </section>
    </>
  );
}

function Decisions({ decisions }: Pick<Figures, "decisions">) {
  const t = useT();
  // Kinds that have no word of their own are counted together.
  const named = new Map<string, number>();
  for (const [verb, count] of Object.entries(decisions)) {
    const word = t("transparency.verb", { verb });
    named.set(word, (named.get(word) ?? 0) + count);
  }
  const rows = [...named].toSorted((a, b) => b[1] - a[1]);
  return (
    <section>
      <SectionHead flush id="decisions" title={t("transparency.byVerb")} />
      {rows.length === 0 ? (
        <p className="pl-muted">{t("transparency.noDecisions")}</p>
      ) : (
        <Table
          caption={t("transparency.byVerb")}
          hideCaption
          columns={[
            { label: t("transparency.decision") },
            { label: t("transparency.count"), numeric: true },
          ]}
          rows={rows.map(([word, count]) => ({ key: word, cells: [word, formatNumber(t, count)] }))}
        />
      )}
    </section>
  );
}

function Reports({ reports }: Pick<Figures, "reports">) {
  const t = useT();
  const rows = Object.entries(reports) as [ReportKind, ReportFigures][];
  const number = (value: number) => formatNumber(t, value);
  return (
    <section>
      <SectionHead flush id="reports" title={t("transparency.byKind")} />
      {rows.length === 0 ? (
        <p className="pl-muted">{t("transparency.noReports")}</p>
      ) : (
        <Table
          caption={t("transparency.byKind")}
          hideCaption
          columns={[
            { label: t("transparency.kind") },
            { label: t("transparency.received"), numeric: true },
            { label: t("transparency.agreed"), numeric: true },
            { label: t("transparency.declined"), numeric: true },
            { label: t("transparency.open"), numeric: true },
          ]}
          rows={rows
            .toSorted((a, b) => b[1].received - a[1].received)
            .map(([kind, { received, agreed, declined }]) => ({
              key: kind,
              cells: [
                t(`report.kind.${kind}`),
                number(received),
                number(agreed),
                number(declined),
                number(received - agreed - declined),
              ],
            }))}
        />
      )}
    </section>
  );
}
