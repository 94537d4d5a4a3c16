import { sql } from "kysely";
import { learnFromDesk } from "#app/features/automod/classifier/learn-from-desk.server.ts";
import { sweepScreenings } from "#app/features/automod/screening/sweep-screenings.server.ts";
import { lookAgain } from "#app/features/threads/screening/look-again.server.ts";
import { readDomains } from "#app/features/threads/screening/note-domains.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Runs `work` in each community in turn; one that fails is logged and doesn't keep the others from it. */
async function inEach(
  db: Db,
  ids: readonly number[],
  work: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  let failure: unknown = null;
  for (const id of ids) {
    const ctx = await jobContext(db, id);
    if (!ctx) continue;
    await work(ctx).catch((error: unknown) => {
      ctx.log.error({ err: error }, "automod job failed");
      failure ??= error;
    });
  }
  if (failure) throw failure as Error;
}

/** Every five minutes: runs checks that broke over what was posted meanwhile. */
export async function lookAgainAtPosts(db: Db): Promise<void> {
  const rows = await db
    .selectFrom("screening")
    .select("community_id")
    .distinct()
    .where(sql<boolean>`failed <> '{}'`)
    .where("looked_again_at", "is", null)
    .execute();
  const ids = rows.map((row) => row.community_id).toSorted((a, b) => a - b);
  await inEach(db, ids, async (ctx) => {
    const looked = await lookAgain(ctx);
    if (looked > 0) ctx.log.info({ looked }, "looked at again");
  });
}

/** Nightly: learns from what the desk decided, reads domains that were missed, removes what is old. */
export async function learnAutomod(db: Db): Promise<void> {
  const rows = await db.selectFrom("community").select("id").orderBy("id").execute();
  await sweepScreenings(db);
  await inEach(
    db,
    rows.map(({ id }) => id),
    async (ctx) => {
      await readDomains(ctx);
      const learnt = await learnFromDesk(ctx);
      if (learnt) ctx.log.info(learnt, "classifier learnt");
    },
  );
}
