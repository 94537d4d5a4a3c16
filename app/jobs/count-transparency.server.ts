import { settleTransparency } from "#app/features/moderation/transparency/settle-transparency.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/**
 * Hourly, in every community: what its transparency page shows. One that fails doesn't keep the others
 * from it.
 */
export async function countTransparency(db: Db): Promise<void> {
  const communities = await db.selectFrom("community").select("id").orderBy("id").execute();
  let failure: unknown = null;
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (!ctx) continue;
    await settleTransparency(ctx).catch((error: unknown) => {
      ctx.log.error({ err: error }, "counting for transparency failed");
      failure ??= error;
    });
  }
  if (failure) throw failure as Error;
}
