import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { membersInTurn } from "../members-in-turn.server.ts";
import { settleExpertise } from "./settle-expertise.server.ts";

/** It reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

/** Brings everybody's expertise to what the rows say, some members at a time. */
export async function settleAllExpertise({
  db,
  community,
}: Pick<Ctx, "db" | "community">): Promise<void> {
  for await (const memberIds of membersInTurn(db, community.id)) {
    await inTransaction(db, async (tx) => {
      await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
      await settleExpertise(tx, community.id, { memberIds });
    });
  }
}
