import { mailDidItFix } from "#app/features/notifications/mail-did-it-fix.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Once a day, in every community: asks whoever asked a few days ago whether an answer fixed it. */
export async function askIfFixed(db: Db): Promise<void> {
  const communities = await db.selectFrom("community").select("id").orderBy("id").execute();
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (ctx) await mailDidItFix(ctx);
  }
}
