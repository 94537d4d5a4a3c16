import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { brokenConstraint } from "./broken-constraint.server.ts";
import {
  endTokens,
  linkEnded,
  peekToken,
  spendToken,
  type LinkToken,
} from "./link-token.server.ts";

const PURPOSES = ["verify_email", "change_email"] as const;

/** Whether a verification link would work; changes nothing. */
export async function canVerifyEmail(ctx: Ctx, token: string): Promise<boolean> {
  return (await peekToken(ctx, { token, purposes: [...PURPOSES], now: ctx.now })) !== null;
}

async function apply(tx: Tx, ctx: Ctx, link: LinkToken): Promise<void> {
  const changes = link.purpose === "change_email";
  const done = await tx
    .updateTable("member")
    .set({ email_verified_at: ctx.now })
    .$if(changes, (query) => query.set({ email: link.email, email_key: link.email.toLowerCase() }))
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", link.memberId)
    // A link that was mailed to an earlier address proves nothing of the present one.
    .$if(!changes, (query) => query.where("email_key", "=", link.email))
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw linkEnded();
  if (!changes) return;
  await endTokens(tx, { communityId: ctx.community.id, memberId: link.memberId }, [
    "verify_email",
    "reset_password",
  ]);
}

/**
 * Verifies the address a link was mailed to, once; for a changed address, makes it the member's.
 * Gives the member's id. Throws `linkEnded`, or ConflictError when the address became somebody else's meanwhile.
 */
export async function verifyEmail(ctx: Ctx, token: string): Promise<number> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const link = await spendToken(tx, ctx.community.id, {
        token,
        purposes: [...PURPOSES],
        now: ctx.now,
      });
      await apply(tx, ctx, link);
      return link.memberId;
    });
  } catch (error) {
    if (brokenConstraint(error) !== "member_email") throw error;
    throw new ConflictError("email_in_use", { key: "account.emailInUse" });
  }
}
