import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { knownNow } from "./settle-expertise.server.ts";

export type ExpertiseDifference = {
  communityId: number;
  check: "expertise.score";
  id: string;
  stored: string;
  actual: string;
};

/** Members whose expertise is not what their answers say, at most `limit`. */
export async function expertiseDifferences(
  db: Db,
  communityId: number,
  limit: number,
): Promise<ExpertiseDifference[]> {
  const { rows } = await sql<{ id: string; stored: string; actual: string }>`
    with due as materialized (${knownNow(communityId, { everything: true })}),
    kept as materialized (
      select member_id, tag_id, space_id, score from expertise where community_id = ${communityId}
    )
    select member_id || ' ' || about as id,
      coalesce(kept.score::text, 'nothing') as stored, coalesce(due.score::text, 'nothing') as actual
    from (select *, coalesce('tag ' || tag_id, 'space ' || space_id) as about from due) due
    full join (select *, coalesce('tag ' || tag_id, 'space ' || space_id) as about from kept) kept
      using (member_id, about)
    where kept.score is distinct from due.score
    order by member_id, about limit ${limit}
  `.execute(db);
  return rows.map((row) => ({ ...row, communityId, check: "expertise.score" as const }));
}
