import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { newToken } from "#app/lib/tokens.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { assertNotBlocked } from "./blocked-addresses/assert-not-blocked.server.ts";
import { checkOwnPassword } from "./check-own-password.server.ts";
import { parseEmail } from "./email-address.ts";
import { keepToken } from "./link-token.server.ts";

/**
 * Asks to move the actor's account to another address, which counts once its owner follows the link
 * mailed there; the old address is told. Whether the new one has an account stays unsaid. Throws
 * InvalidError by field.
 */
export async function changeEmail(
  ctx: Ctx,
  input: { email: string; currentPassword: string },
): Promise<void> {
  const address = parseEmail(input.email);
  if (!address) throw new InvalidError({ email: { key: "account.emailShape" } });
  const account = await checkOwnPassword(ctx, input.currentPassword);
  if (address.key === account.email_key) {
    throw new InvalidError({ email: { key: "account.emailSame" } });
  }
  await assertNotBlocked(ctx, address.email);
  await inTransaction(ctx.db, async (tx) => {
    // Remembers the wanted address under a token nobody has; the mail job replaces it by a real one.
    await keepToken(tx, {
      communityId: ctx.community.id,
      memberId: account.id,
      purpose: "change_email",
      email: address.email,
      token: newToken(),
      now: ctx.now,
    });
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: account.id,
      type: "member.email_changed",
      payload: { memberId: account.id },
    });
  });
}
