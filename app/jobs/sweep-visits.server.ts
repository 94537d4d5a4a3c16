import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Forgets guests' visits after a day; what they said of an answer stays counted. */
export async function sweepVisits(db: Db): Promise<void> {
  await db
    .updateTable("fix_report")
    .set({ visit_hash: null })
    .where("visit_hash", "is not", null)
    .where("created_at", "<", sql<Date>`now() - interval '1 day'`)
    .execute();
}
