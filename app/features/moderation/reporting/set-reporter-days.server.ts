import type { Db } from "#db/client.server.ts";

export const REPORTER_DAYS = { least: 1, most: 3_650 } as const;

/** How many days after a case is closed the details of guests who reported are kept. */
export async function setReporterDays(db: Db, communityId: number, days: number): Promise<void> {
  await db
    .updateTable("community")
    .set({ reporter_days: days })
    .where("id", "=", communityId)
    .execute();
}
