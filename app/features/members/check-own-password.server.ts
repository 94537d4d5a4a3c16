import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, SignInNeededError } from "#app/lib/errors.ts";
import { requireMember } from "./require-member.ts";
import { verifyPassword } from "./password.server.ts";

export type OwnAccount = {
  id: number;
  handle: string;
  name: string;
  email: string | null;
  email_key: string | null;
};

/** The actor's account, once they have typed their password again. Throws InvalidError by field. */
export async function checkOwnPassword(ctx: Ctx, password: string): Promise<OwnAccount> {
  const actor = requireMember(ctx);
  const member = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "email", "email_key", "password_hash"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .executeTakeFirst();
  if (!member) throw new SignInNeededError();
  const { password_hash: stored, ...account } = member;
  if (!(await verifyPassword(stored, password))) {
    throw new InvalidError({ currentPassword: { key: "account.currentWrong" } });
  }
  return account;
}
