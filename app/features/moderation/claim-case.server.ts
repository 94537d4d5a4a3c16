import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { CLAIM_MINUTES, claimedMeanwhile, decidedMeanwhile, heldByOther } from "./collisions.ts";
import { loadCase } from "./load-case.server.ts";
import { toldDecision } from "./told-decision.server.ts";

/** Until when a claim holds, unless its holder does something. */
export function claimEnds(claimedAt: Date): Date {
  return new Date(claimedAt.getTime() + CLAIM_MINUTES * 60_000);
}

/**
 * Takes a case in hand, so that others see that; again goes on with it. A claim ends after 15 minutes
 * without anything done. Throws ConflictError when another has it in hand or it is closed,
 * NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function claimCase(ctx: Ctx, input: { caseId: number }): Promise<{ until: Date }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadCase(tx, ctx, input.caseId, { lock: true });
    if (row.closing_decision_id !== null) {
      throw decidedMeanwhile(ctx, await toldDecision(tx, ctx, row.closing_decision_id));
    }
    const claim = { claimed_by: row.claimed_by, claimed_at: row.claimed_at?.toISOString() ?? null };
    if (heldByOther(ctx, claim)) throw claimedMeanwhile(ctx, row.claimed_name);
    await tx
      .updateTable("moderation_case")
      .set({ claimed_by: ctx.actor.id, claimed_at: ctx.now })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", row.id)
      .execute();
    return { until: claimEnds(ctx.now) };
  });
}

/**
 * Lets go of a case; of one that isn't in one's hand nothing changes. Throws NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function releaseCase(ctx: Ctx, input: { caseId: number }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const row = await loadCase(tx, ctx, input.caseId, { lock: true });
    if (row.claimed_by !== ctx.actor.id) return;
    await tx
      .updateTable("moderation_case")
      .set({ claimed_by: null, claimed_at: null })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", row.id)
      .execute();
  });
}
