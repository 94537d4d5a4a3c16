import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { membersInTurn } from "./members-in-turn.server.ts";
import { settlePoints } from "./settle-points.server.ts";
import { settleRanks, type RankMove } from "./settle-ranks.server.ts";

/** It reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

/**
 * Brings points and ranks of everybody in a community to what the rows and the time say, some
 * members at a time, in a transaction of their own. Gives the moves between ranks,
 * which are told unless `tell` is false. Again changes nothing.
 */
export async function settleEveryone(
  { db, community, now }: Pick<Ctx, "db" | "community" | "now">,
  { tell }: { tell: boolean },
): Promise<RankMove[]> {
  const moves: RankMove[] = [];
  for await (const memberIds of membersInTurn(db, community.id)) {
    const moved = await inTransaction(db, async (tx) => {
      await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
      await settlePoints(tx, community.id, { memberIds });
      return settleRanks(tx, community.id, { memberIds, now, tell });
    });
    moves.push(...moved);
  }
  return moves;
}
