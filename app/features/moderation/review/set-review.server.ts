import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { REVIEW_KINDS, type ReviewSettings } from "./review-rules.ts";

/**
 * Sets what members review, and how much of it a member may get in a day. Throws SignInNeededError,
 * ForbiddenError.
 */
export async function setReview(
  ctx: Ctx,
  { settings, day }: { settings: ReviewSettings; day: number },
): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  const rows = REVIEW_KINDS.map((kind) => {
    const { knownShare, ...setting } = settings[kind];
    return { community_id: ctx.community.id, kind, ...setting, known_share: knownShare };
  });
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .updateTable("community")
      .set({ reviews_a_day: day })
      .where("id", "=", ctx.community.id)
      .execute();
    await tx
      .insertInto("review_setting")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["community_id", "kind"]).doUpdateSet((eb) => ({
          enabled: eb.ref("excluded.enabled"),
          minimum: eb.ref("excluded.minimum"),
          needed: eb.ref("excluded.needed"),
          share: eb.ref("excluded.share"),
          known_share: eb.ref("excluded.known_share"),
        })),
      )
      .execute();
  });
}
