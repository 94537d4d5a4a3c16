import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { parseEmail } from "./email-address.ts";

/** Has a reset link mailed to an address that has an account; says nothing of whether it has. */
export async function askPasswordReset(ctx: Ctx, input: { email: string }): Promise<void> {
  const address = parseEmail(input.email);
  if (!address) throw new InvalidError({ email: { key: "account.emailShape" } });
  await inTransaction(ctx.db, async (tx) => {
    const member = await tx
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", ctx.community.id)
      .where("email_key", "=", address.key)
      .executeTakeFirst();
    if (!member) return;
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: null,
      type: "member.password_reset_asked",
      payload: { memberId: member.id },
    });
  });
}
