import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";

/** What a case is about: how many helpful votes and accepted answers. */
export type Held = { votes: number; accepted: number };

/** What each of some cases is about, by case. */
export async function countHeld(
  { db, community }: Ctx,
  caseIds: number[],
): Promise<Map<number, Held>> {
  const { rows } = await sql<{ id: number } & Held>`
    select case_id as id,
      count(*) filter (where cause like 'helpful:%')::int as votes,
      count(*) filter (where cause like 'accepted:%')::int as accepted
    from held_cause
    where community_id = ${community.id} and case_id = any(${caseIds}::bigint[])
    group by case_id
  `.execute(db);
  return new Map(rows.map(({ id, votes, accepted }) => [id, { votes, accepted }]));
}
