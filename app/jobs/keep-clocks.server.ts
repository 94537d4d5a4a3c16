import { settleDueTimes } from "#app/features/moderation/clocks/settle-due-times.server.ts";
import { tellClocks } from "#app/features/moderation/clocks/tell-clocks.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/**
 * Every minute, in every community with open cases: their due times, and notices of those that run
 * out. A community that fails doesn't keep the others from it.
 */
export async function keepClocks(db: Db): Promise<void> {
  const communities = await db
    .selectFrom("community")
    .select("id")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("moderation_case as c")
          .select("c.id")
          .whereRef("c.community_id", "=", "community.id")
          .where("c.closed_at", "is", null),
      ),
    )
    .orderBy("id")
    .execute();
  let failure: unknown = null;
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (!ctx) continue;
    try {
      await settleDueTimes(ctx);
      const told = await tellClocks(ctx);
      if (told.length > 0) ctx.log.info({ told: told.length }, "clocks told");
    } catch (error) {
      ctx.log.error({ err: error }, "clocks failed");
      failure ??= error;
    }
  }
  if (failure) throw failure as Error;
}
