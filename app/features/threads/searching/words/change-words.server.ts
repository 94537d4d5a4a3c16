import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/**
 * Runs a change of the words of the brand: one at a time in a community, so that limits and doubles
 * are counted right. Throws SignInNeededError, ForbiddenError.
 */
export async function changeWords<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  assertCan(ctx.actor, "tune_search", null);
  return inTransaction(ctx.db, async (tx) => {
    await tx
      .selectFrom("community")
      .select("id")
      .where("id", "=", ctx.community.id)
      .forNoKeyUpdate()
      .execute();
    return work(tx);
  });
}

/** Who changed a row, and when: the columns that every change sets. */
export function changedBy(ctx: Ctx) {
  return { updated_by: ctx.actor.id, updated_at: ctx.now };
}
