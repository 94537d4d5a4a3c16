import { sweepSearches } from "#app/features/insights/log/sweep-searches.server.ts";
import type { Db } from "#db/client.server.ts";

/** Nightly: forgets searches that are older than their community keeps them. */
export async function sweepSearchLog(db: Db): Promise<void> {
  const communities = await db
    .selectFrom("community")
    .select(["id", "search_log_days as days"])
    .execute();
  for (const community of communities) await sweepSearches(db, community);
}
