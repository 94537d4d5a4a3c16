import { sql, type RawBuilder } from "kysely";
import type { Community } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { AppealOutcome, ReportKind, ReportOutcome } from "#db/schema-moderation.ts";
import { noFigures, YEAR, type Figures, type FiguresByPeriod } from "./figures.ts";
import { lastMonths } from "./months.ts";

type Of = { db: Db; community: Pick<Community, "id" | "timeZone">; now: Date };
type Span = { at: number; from: RawBuilder<Date>; month: (column: string) => RawBuilder<string> };

type DecisionRow = {
  period: string;
  verb: string;
  ground: "terms" | "law";
  automated: boolean;
  undoing: boolean;
  count: number;
};
type ReportRow = {
  period: string;
  kind: ReportKind;
  outcome: ReportOutcome | null;
  count: number;
};
type AppealRow = { period: string; outcome: AppealOutcome | null; count: number };
type MedianRow = { period: string; minutes: number };

async function countDecisions(db: Db, { at, from, month }: Span): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select ${month("d.created_at")} as period, d.verb, d.ground, d.automated,
      d.reverses is not null as undoing, count(*)::int as count
    from decision d
    where d.community_id = ${at} and d.created_at >= ${from}
      and d.verb not in ('appeal_upheld', 'appeal_overturned')
    group by 1, 2, 3, 4, 5
  `.execute(db);
  return rows;
}

async function countReports(db: Db, { at, from, month }: Span): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${month("r.created_at")} as period, r.kind, r.outcome, count(*)::int as count
    from report r where r.community_id = ${at} and r.created_at >= ${from}
    group by 1, 2, 3
  `.execute(db);
  return rows;
}

async function countAppeals(db: Db, { at, from, month }: Span): Promise<AppealRow[]> {
  const { rows } = await sql<AppealRow>`
    select ${month("a.created_at")} as period, a.outcome, count(*)::int as count
    from appeal a where a.community_id = ${at} and a.created_at >= ${from}
    group by 1, 2
  `.execute(db);
  return rows;
}

const minutes = (from: string, to: string) =>
  sql`percentile_cont(0.5) within group (
    order by extract(epoch from ${sql.ref(to)} - ${sql.ref(from)}) / 60)::float8`;

async function reportMedians(db: Db, { at, from, month }: Span): Promise<MedianRow[]> {
  const { rows } = await sql<MedianRow>`
    select coalesce(period, ${YEAR}) as period, ${minutes("began", "ended")} as minutes
    from (select ${month("r.created_at")} as period, r.created_at as began, d.created_at as ended
      from report r
      join decision d on d.community_id = ${at} and d.id = r.outcome_decision_id
      where r.community_id = ${at} and r.created_at >= ${from}) judged
    group by grouping sets ((period), ()) having count(*) > 0
  `.execute(db);
  return rows;
}

async function appealMedians(db: Db, { at, from, month }: Span): Promise<MedianRow[]> {
  const { rows } = await sql<MedianRow>`
    select coalesce(period, ${YEAR}) as period, ${minutes("began", "ended")} as minutes
    from (select ${month("a.created_at")} as period, a.created_at as began, a.decided_at as ended
      from appeal a
      where a.community_id = ${at} and a.created_at >= ${from} and a.decided_at is not null) judged
    group by grouping sets ((period), ()) having count(*) > 0
  `.execute(db);
  return rows;
}

function addDecision(figures: Figures, { verb, ground, automated, undoing, count }: DecisionRow) {
  if (undoing) {
    figures.reversals += count;
    return;
  }
  figures.decisions[verb] = (figures.decisions[verb] ?? 0) + count;
  figures.grounds[ground] += count;
  if (automated) figures.automated += count;
}

function addReport(figures: Figures, { kind, outcome, count }: ReportRow) {
  const of = (figures.reports[kind] ??= { received: 0, agreed: 0, declined: 0 });
  of.received += count;
  if (outcome) of[outcome] += count;
}

function addAppeal(figures: Figures, { outcome, count }: AppealRow) {
  figures.appeals.made += count;
  if (outcome) figures.appeals[outcome] += count;
}

/**
 * Counts the last twelve months of the community's calendar, each by itself and together (`year`).
 * It reads as many rows as there were decisions, reports and appeals: for a job, not for a page.
 */
export async function countFigures({ db, community, now }: Of): Promise<FiguresByPeriod> {
  const { id: at, timeZone } = community;
  const months = lastMonths(now, timeZone);
  const first = `${months.at(-1)}-01`;
  const span: Span = {
    at,
    from: sql<Date>`(${first}::timestamp at time zone ${timeZone})`,
    // Written out: a parameter would make each mention another expression for grouping.
    month: (column) =>
      sql<string>`to_char(${sql.ref(column)} at time zone ${sql.lit(timeZone)}, 'YYYY-MM')`,
  };
  const all: FiguresByPeriod = Object.fromEntries(
    [...months, YEAR].map((period) => [period, noFigures()]),
  );
  const both = (period: string) => [all[period], all[YEAR]].filter((one) => one !== undefined);
  for (const row of await countDecisions(db, span)) {
    for (const figures of both(row.period)) addDecision(figures, row);
  }
  for (const row of await countReports(db, span)) {
    for (const figures of both(row.period)) addReport(figures, row);
  }
  for (const row of await countAppeals(db, span)) {
    for (const figures of both(row.period)) addAppeal(figures, row);
  }
  for (const row of await reportMedians(db, span)) {
    if (all[row.period]) all[row.period]!.reportMinutes = row.minutes;
  }
  for (const row of await appealMedians(db, span)) {
    if (all[row.period]) all[row.period]!.appealMinutes = row.minutes;
  }
  return all;
}
