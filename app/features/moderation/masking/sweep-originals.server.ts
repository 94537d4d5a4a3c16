import type { Db } from "#db/client.server.ts";

/** Daily job: deletes the originals of masked texts whose time is over; gives how many. */
export async function sweepOriginals(db: Db, now = new Date()): Promise<number> {
  const gone = await db
    .updateTable("masked_original")
    .set({ texts: null })
    .where("texts", "is not", null)
    .where("keep_until", "<=", now)
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}
