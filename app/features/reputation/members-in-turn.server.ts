import type { Db } from "#db/client.server.ts";

/**
 * So few that their rows are not locked for long; so many that reading whole tables for them, as the
 * planner may choose to, is not done too often.
 */
const AT_ONCE = 2_000;

/** The ids of a community's members in order, some at a time. */
export async function* membersInTurn(db: Db, communityId: number): AsyncGenerator<number[]> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", communityId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    yield rows.map((row) => row.id);
  }
}
