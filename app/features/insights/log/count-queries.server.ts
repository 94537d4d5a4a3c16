import { sql, type RawBuilder } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { COUNTS, NO_COUNTS, type Counts } from "./counts.ts";
import { boundsOf } from "./periods.ts";

/** Distinct queries that are looked at, the most common first. */
export const MOST_QUERIES = 3_000;

export type CountedQuery = Counts & {
  key: string;
  /** As it was typed last. */
  query: string;
  language: string;
  /** What it showed last. */
  shown: number[];
};

export type CountedQueries = {
  queries: CountedQuery[];
  /** Of all queries, also those that are not looked at. */
  totals: Counts;
  distinct: number;
};

const SUCCEEDED = sql`(cardinality(clicked) > 0 or solved)`;

/** What is counted of each search; `middle` parts the period for its trend. */
function countedSql(middle: Date): RawBuilder<unknown> {
  return sql`
    count(*) as searches,
    count(*) filter (where source <> 'api') as rated,
    count(*) filter (where source <> 'api' and ${SUCCEEDED}) as succeeded,
    count(*) filter (where total = 0 and not solved) as nothing,
    count(*) filter (where total > 0 and source <> 'api' and not ${SUCCEEDED}) as unopened,
    count(*) filter (where solved) as solved,
    count(*) filter (where asked) as asked,
    count(*) filter (where hour >= ${middle}) as recent`;
}

type Row = CountedQuery & { distinct_queries: number } & {
  [Name in keyof Counts as `all_${Name}`]: number;
};

/** The searches of the last days by query: the most common queries, and the sums of all. */
export async function countQueries(ctx: Ctx, days: number): Promise<CountedQueries> {
  const { since, middle } = boundsOf(days, ctx.now);
  const sums = COUNTS.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(`all_${name}`)}`);
  const { rows } = await sql<Row>`
    with counted as materialized (
      select query_key, max(id) as last, ${countedSql(middle)}
      from search_log
      where community_id = ${ctx.community.id} and hour >= ${since}
      group by query_key
    ), totals as (
      select count(*) as distinct_queries, ${sql.join(sums)} from counted
    ), chosen as (
      select * from counted order by searches desc, query_key limit ${MOST_QUERIES}
    )
    select chosen.*, totals.*, chosen.query_key as key, l.query, l.language, l.shown
    from chosen
    cross join totals
    join search_log l on l.community_id = ${ctx.community.id} and l.id = chosen.last
  `.execute(ctx.db);
  const [first] = rows;
  const totals = { ...NO_COUNTS };
  if (first) for (const name of COUNTS) totals[name] = first[`all_${name}`];
  return {
    queries: rows,
    totals,
    distinct: first?.distinct_queries ?? 0,
  };
}
