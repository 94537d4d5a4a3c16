import { settleAllBadges } from "#app/features/reputation/badges/settle-all-badges.server.ts";
import { settleAllExpertise } from "#app/features/reputation/expertise/settle-all-expertise.server.ts";
import { settleVoteCases } from "#app/features/reputation/fairness/settle-vote-cases.server.ts";
import { settleEveryone } from "#app/features/reputation/settle-everyone.server.ts";
import { settleImpact } from "#app/features/reputation/impact/settle-impact.server.ts";
import { endDueTerms } from "#app/features/reputation/programme/end-due-terms.server.ts";
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
  await inEach(db, settleAllExpertise);
}

/**
 * Nightly job: ranks that time gives or takes, as after a long absence, and whatever points and ranks
 * were missed.
 */
export async function settleRanks(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    const moves = await settleEveryone(ctx, { tell: true });
    if (moves.length > 0) ctx.log.info({ moves: moves.length }, "ranks changed");
  });
}

/** Nightly job: badges that time or a formula gives, and whatever was missed. */
export async function settleBadges(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    const granted = await settleAllBadges(ctx);
    if (granted.length > 0) ctx.log.info({ granted: granted.length }, "badges granted");
  });
}

/** Nightly job: counts whom everybody's accepted answers helped. */
export async function countImpact(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    await inTransaction(ctx.db, (tx) => settleImpact(tx, ctx.community.id, ctx.now));
  });
}

/** Hourly job: ends the terms of super users that are over, and tells those whose term ends soon. */
export async function endProgrammeTerms(db: Db): Promise<void> {
  await inEach(db, async (ctx) => {
    const ended = await endDueTerms(ctx);
    if (ended.length > 0) ctx.log.info({ ended: ended.length }, "programme terms ended");
  });
}
