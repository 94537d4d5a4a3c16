import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { keyHash } from "../log/key-hash.server.ts";

export type After = { searches: number; rated: number; succeeded: number; failed: number };

type Solved = { caseId: number; keys: string[]; logId: number; at: Date };

type Row = After & { case_id: number };

/**
 * How searches went after their cases were marked as solved, by case: those still kept, and the counts of
 * whole weeks that began since.
 */
export async function countAfter(ctx: Ctx, solved: Solved[]): Promise<Map<number, After>> {
  if (solved.length === 0) return new Map();
  const at = ctx.community.id;
  const queries = solved.flatMap(({ caseId, keys, logId, at: since }) =>
    keys.map((key) => ({ case_id: caseId, key, log_id: logId, since })),
  );
  const { rows } = await sql<Row>`
    with query as (
      select * from jsonb_to_recordset(${JSON.stringify(queries)}::jsonb)
        as q(case_id bigint, key text, log_id bigint, since timestamptz)
    ), counted as (
      select q.case_id, count(*) as searches,
        count(*) filter (where l.source <> 'api') as rated,
        count(*) filter (where l.source <> 'api' and (l.clicked <> '{}' or l.solved)) as succeeded,
        count(*) filter (where case when l.total = 0 then not l.solved
          else l.source <> 'api' and l.clicked = '{}' and not l.solved end) as failed
      from query q join search_log l
        on l.community_id = ${at} and l.query_key = q.key collate "C" and l.id > q.log_id
      group by q.case_id
      union all
      select q.case_id, sum(w.searches), sum(w.searches), sum(w.succeeded),
        sum(w.searches - w.succeeded)
      from query q join search_week w
        on w.community_id = ${at} and w.key_hash = ${keyHash(sql`q.key`)} collate "C"
          and w.week > (q.since at time zone 'UTC')::date
      group by q.case_id
    )
    select case_id, sum(searches)::bigint as searches, sum(rated)::bigint as rated,
      sum(succeeded)::bigint as succeeded, sum(failed)::bigint as failed
    from counted group by case_id
  `.execute(ctx.db);
  return new Map(rows.map(({ case_id, ...after }) => [case_id, after]));
}
