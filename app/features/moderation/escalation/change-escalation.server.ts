import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { closeEscalation, maskAnswer } from "./publish-answer.server.ts";

/** Masks the personal data in what came back. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function maskEscalationAnswer(
  ctx: Ctx,
  { escalationId }: { escalationId: number },
): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  const row = await ctx.db
    .selectFrom("escalation")
    .select("answer")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", escalationId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  await ctx.db
    .updateTable("escalation")
    .set({ answer: await maskAnswer(ctx, row.answer) })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", escalationId)
    // Another answer may have come meanwhile.
    .where("answer", "=", row.answer)
    .execute();
}

/** Ends an escalation without publishing anything, and its case. Throws SignInNeededError, ForbiddenError. */
export async function endEscalation(
  ctx: Ctx,
  { escalationId }: { escalationId: number },
): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  await closeEscalation(ctx, { escalationId });
}
