import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Per cent of those who were helped that would have called, as the community assumes. */
export async function getCallShare(ctx: Ctx): Promise<number> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const row = await ctx.db
    .selectFrom("community")
    .select("call_share")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  return row.call_share;
}

/** Sets the share, 0 to 100; 0 says nothing of calls. Throws ForbiddenError, SignInNeededError. */
export async function setCallShare(ctx: Ctx, share: number): Promise<void> {
  assertCan(ctx.actor, "reputation.setRules", null);
  await ctx.db
    .updateTable("community")
    .set({ call_share: share })
    .where("id", "=", ctx.community.id)
    .execute();
}
