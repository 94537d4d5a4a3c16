import { mailMonth } from "#app/features/notifications/mail-month.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** In the first days of a month, in every community: tells who wants it what the last one brought. */
export async function mailMonths(db: Db): Promise<void> {
  const communities = await db.selectFrom("community").select("id").orderBy("id").execute();
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (ctx) await mailMonth(ctx);
  }
}
