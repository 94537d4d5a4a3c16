import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { takeUp, type ClusterRef } from "./take-up.server.ts";

/**
 * Marks a cluster as solved, and notes how its searches went until now; one that is solved and has not
 * come back stays as it is.
 * @throws as takeUp
 */
export async function solveCase(ctx: Ctx, ref: ClusterRef): Promise<void> {
  const at = ctx.community.id;
  await takeUp(ctx, ref, async (tx, caseId, cluster) => {
    if (cluster.state === "solved") return;
    await sql`
      update search_case set state = 'solved', solved_at = ${ctx.now},
        solved_log_id = coalesce(
          (select max(id) from search_log where community_id = ${at}), 0),
        (before_searches, before_succeeded) = (
          select count(*), count(*) filter (where l.clicked <> '{}' or l.solved)
          from search_case_query q
          join search_log l on l.community_id = q.community_id and l.query_key = q.query_key
          where q.community_id = ${at} and q.case_id = ${caseId} and l.source <> 'api'
        )
      where community_id = ${at} and id = ${caseId}
    `.execute(tx);
  });
}
