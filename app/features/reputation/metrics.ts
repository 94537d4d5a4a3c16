/**
 * What rank formulas may speak of, all published. Counts are of published posts of published
 * threads; a year is the last 365 days.
 */
export const METRICS = [
  "points",
  "points_year",
  "accepted",
  "accepted_year",
  "helpful",
  "helpful_year",
  "answers",
  "questions",
  "edits",
  "official",
  "duplicates",
  "agreed_reports",
  "sanctions_year",
  "spaces",
  "days_member",
  "days_active_year",
  "days_away",
] as const;

export type Metric = (typeof METRICS)[number];
export type Metrics = Record<Metric, number>;

const known: ReadonlySet<string> = new Set(METRICS);

export function isMetric(name: string): name is Metric {
  return known.has(name);
}
