import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { checkOwnPassword } from "./check-own-password.server.ts";
import { passwordProblem } from "./password-rules.ts";
import { hashPassword } from "./password.server.ts";
import { startSession, type Device } from "./sessions/start-session.server.ts";
import { setPassword } from "./set-password.server.ts";

/**
 * Changes the actor's password and signs out every other device; gives the Set-Cookie value of this
 * device's new session. Throws InvalidError by field.
 */
export async function changePassword(
  ctx: Ctx,
  input: { currentPassword: string; password: string; device: Device },
): Promise<string> {
  const account = await checkOwnPassword(ctx, input.currentPassword);
  const email = account.email_key ?? "";
  const problem = passwordProblem(input.password, [
    email,
    email.split("@")[0] ?? "",
    account.handle,
    account.name,
    ctx.community.name,
  ]);
  if (problem) throw new InvalidError({ password: problem });
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx.db, async (tx) => {
    await setPassword(tx, ctx, { memberId: account.id, passwordHash, actorId: account.id });
    const member = { communityId: ctx.community.id, memberId: account.id };
    return startSession(tx, member, input.device);
  });
}
