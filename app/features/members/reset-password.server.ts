import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { linkEnded, peekToken, spendToken, type TokenPurpose } from "./link-token.server.ts";
import { passwordProblem } from "./password-rules.ts";
import { hashPassword } from "./password.server.ts";
import { setPassword } from "./set-password.server.ts";

const PURPOSES: TokenPurpose[] = ["reset_password"];

/** The member a reset link is for, while it and the address it was mailed to are theirs. */
async function memberOf(ctx: Ctx, token: string) {
  const link = await peekToken(ctx, { token, purposes: PURPOSES, now: ctx.now });
  if (!link) return null;
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "email_key"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", link.memberId)
    .where("email_key", "=", link.email)
    .executeTakeFirst();
  return member ?? null;
}

/** Whether a reset link would work; changes nothing. */
export async function canResetPassword(ctx: Ctx, token: string): Promise<boolean> {
  return (await memberOf(ctx, token)) !== null;
}

/**
 * Sets a new password by a mailed link, once, and signs the member out everywhere; the link also
 * proves the address. A refused password leaves the link usable. Throws `linkEnded`, InvalidError.
 */
export async function resetPassword(
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<void> {
  const member = await memberOf(ctx, input.token);
  if (!member) throw linkEnded();
  const email = member.email_key ?? "";
  const problem = passwordProblem(input.password, [
    email,
    email.split("@")[0] ?? "",
    member.handle,
    member.name,
    ctx.community.name,
  ]);
  if (problem) throw new InvalidError({ password: problem });
  const passwordHash = await hashPassword(input.password);
  await inTransaction(ctx.db, async (tx) => {
    const link = await spendToken(tx, ctx.community.id, {
      token: input.token,
      purposes: PURPOSES,
      now: ctx.now,
    });
    const proved = await tx
      .updateTable("member")
      .set((eb) => ({ email_verified_at: eb.fn.coalesce("email_verified_at", eb.val(ctx.now)) }))
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", link.memberId)
      .where("email_key", "=", link.email)
      .executeTakeFirst();
    if (proved.numUpdatedRows === 0n) throw linkEnded();
    await setPassword(tx, ctx, { memberId: link.memberId, passwordHash, actorId: null });
  });
}
