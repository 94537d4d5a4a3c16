import type { Ctx } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import type { MemberTokenTable } from "#db/schema.ts";

export type TokenPurpose = MemberTokenTable["purpose"];

const HOUR = 60 * 60 * 1_000;

/** How long the link in a mail works, in milliseconds. */
export const TOKEN_LIFE: Record<TokenPurpose, number> = {
  verify_email: 72 * HOUR,
  change_email: 24 * HOUR,
  reset_password: HOUR,
};

/** One answer for a link that ran out, was used, was replaced or never was ours. */
export function linkEnded(): AppError {
  return new AppError("link_ended", 410, { key: "account.linkEnded" });
}

export type LinkToken = { memberId: number; purpose: TokenPurpose; email: string };

type Wanted = { token: string; purposes: TokenPurpose[]; now: Date };

/**
 * Keeps a new token's hash, bound to a member and an address, and ends the member's older ones of
 * that purpose.
 */
export async function keepToken(
  tx: Tx,
  given: LinkToken & { communityId: number; token: string; now: Date },
): Promise<void> {
  await tx
    .deleteFrom("member_token")
    .where("community_id", "=", given.communityId)
    .where("member_id", "=", given.memberId)
    .where("purpose", "=", given.purpose)
    .execute();
  await tx
    .insertInto("member_token")
    .values({
      token_hash: hashToken(given.token),
      community_id: given.communityId,
      member_id: given.memberId,
      purpose: given.purpose,
      email: given.email,
      expires_at: new Date(given.now.getTime() + TOKEN_LIFE[given.purpose]),
    })
    .execute();
}

/** Ends a member's links of some purposes. */
export async function endTokens(
  tx: Tx,
  member: { communityId: number; memberId: number },
  purposes: TokenPurpose[],
): Promise<void> {
  await tx
    .deleteFrom("member_token")
    .where("community_id", "=", member.communityId)
    .where("member_id", "=", member.memberId)
    .where("purpose", "in", purposes)
    .execute();
}

/** The live token of a link, left as it is; `null` when it would not work. */
export async function peekToken(
  ctx: Pick<Ctx, "db" | "community">,
  wanted: Wanted,
): Promise<LinkToken | null> {
  const row = await ctx.db
    .selectFrom("member_token")
    .select(["member_id", "purpose", "email"])
    .where("token_hash", "=", hashToken(wanted.token))
    .where("community_id", "=", ctx.community.id)
    .where("purpose", "in", wanted.purposes)
    .where("used_at", "is", null)
    .where("expires_at", ">", wanted.now)
    .executeTakeFirst();
  return row ? { memberId: row.member_id, purpose: row.purpose, email: row.email } : null;
}

/** Uses a token up: of many at once, one gets it. Throws `linkEnded`. */
export async function spendToken(tx: Db, communityId: number, wanted: Wanted): Promise<LinkToken> {
  const row = await tx
    .updateTable("member_token")
    .set({ used_at: wanted.now })
    .where("token_hash", "=", hashToken(wanted.token))
    .where("community_id", "=", communityId)
    .where("purpose", "in", wanted.purposes)
    .where("used_at", "is", null)
    .where("expires_at", ">", wanted.now)
    .returning(["member_id", "purpose", "email"])
    .executeTakeFirst();
  if (!row) throw linkEnded();
  return { memberId: row.member_id, purpose: row.purpose, email: row.email };
}
