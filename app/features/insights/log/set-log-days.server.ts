import type { Db } from "#db/client.server.ts";
import { sweepSearches } from "./sweep-searches.server.ts";

/** The most that searches can be kept. */
export const MOST_DAYS = 730;

/** Says for how many days a community keeps its searches; what is older goes at once, 0 keeps none. */
export async function setLogDays(db: Db, communityId: number, days: number): Promise<void> {
  await db
    .updateTable("community")
    .set({ search_log_days: days })
    .where("id", "=", communityId)
    .execute();
  await sweepSearches(db, { id: communityId, days });
}
