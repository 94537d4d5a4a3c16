import { settleAllBadges } from "#app/features/reputation/badges/settle-all-badges.server.ts";
import { settleExpertise } from "#app/features/reputation/expertise/settle-expertise.server.ts";
import { settleVoteCases } from "#app/features/reputation/fairness/settle-vote-cases.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Runs `work` in each community in turn; one that fails is logged and doesn't keep the others from it. */
async function inEach(db: Db, work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const communities = await db.selectFrom("community").select("id").orderBy("id").execute();
  let failure: unknown = null;
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (!ctx) continue;
    await work(ctx).catch((error: unknown) => {
      ctx.log.error({ err: error }, "nightly look failed");
      failure ??= error;
    });
  }
  if (failure) throw failure as Error;
}

/** Nightly job: looks for votes given for another reason than the post. */
export async function watchVotes(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    const opened = await settleVoteCases(ctx);
    if (opened.length > 0) ctx.log.info({ cases: opened }, "vote cases opened");
  });
}

/** Nightly job: brings everybody's expertise to what the rows say. */
export async function recountExpertise(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    await inTransaction(ctx.db, (tx) =>
      settleExpertise(tx, ctx.community.id, { everything: true }),
    );
  });
}

/** Nightly job: badges that time or a formula gives, and whatever was missed. */
export async function settleBadges(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    const granted = await settleAllBadges(ctx);
    if (granted.length > 0) ctx.log.info({ granted: granted.length }, "badges granted");
  });
}
