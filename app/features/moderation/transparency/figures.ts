import type { ReportKind } from "#db/schema-moderation.ts";

export type ReportFigures = { received: number; agreed: number; declined: number };

/** What was decided in a month or a year; no figure says about whom. */
export type Figures = {
  /** By verb; undoings and appeals are counted by themselves. */
  decisions: Record<string, number>;
  grounds: { terms: number; law: number };
  /** Decided by a rule, without a person. */
  automated: number;
  /** Decisions that were undone. */
  reversals: number;
  /** Of reports received then. */
  reports: Partial<Record<ReportKind, ReportFigures>>;
  /** Of appeals made then. */
  appeals: { made: number; upheld: number; overturned: number };
  /** Medians, in minutes, from the report or appeal to its decision; `null`: none was decided. */
  reportMinutes: number | null;
  appealMinutes: number | null;
};

/** Of the last twelve months, each by itself and together. */
export const YEAR = "year";
export type FiguresByPeriod = Record<string, Figures>;

/** No decision, no report, no appeal. */
export function noFigures(): Figures {
  return {
    decisions: {},
    grounds: { terms: 0, law: 0 },
    automated: 0,
    reversals: 0,
    reports: {},
    appeals: { made: 0, upheld: 0, overturned: 0 },
    reportMinutes: null,
    appealMinutes: null,
  };
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);

/** The few figures that a row of the months shows. */
export function summaryOf(figures: Figures) {
  const reports = Object.values(figures.reports);
  const { decisions } = figures;
  return {
    decisions: sum(Object.values(decisions)),
    automated: figures.automated,
    restricted: sum(["silence", "suspend", "ban"].map((verb) => decisions[verb] ?? 0)),
    received: sum(reports.map(({ received }) => received)),
    agreed: sum(reports.map(({ agreed }) => agreed)),
    declined: sum(reports.map(({ declined }) => declined)),
  };
}
