import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { endTokens } from "../link-token.server.ts";
import { addressHash } from "./address-hash.server.ts";
import { seal } from "./seal.server.ts";

/** For how many days an address can be given back. */
export const SEALED_DAYS = 30;

/** What the seal of a member's address is for. */
export function sealPurpose(communityId: number, memberId: number): string {
  return `address:${communityId}:${memberId}`;
}

/**
 * Takes the address from an account whose row the caller holds: their sessions and links end, and it
 * can't sign up again. Sealed it is kept for undoing. False when the account has none.
 */
export async function eraseAddress(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  memberId: number,
): Promise<boolean> {
  const at = ctx.community.id;
  const member = await tx
    .selectFrom("member")
    .select(["email", "email_verified_at"])
    .where("community_id", "=", at)
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (!member?.email) return false;
  await tx
    .insertInto("blocked_address")
    .values({
      community_id: at,
      address_hash: addressHash(at, member.email),
      member_id: memberId,
      created_at: ctx.now,
    })
    .execute();
  await tx
    .insertInto("sealed_address")
    .values({
      community_id: at,
      member_id: memberId,
      sealed: seal(sealPurpose(at, memberId), member.email),
      verified_at: member.email_verified_at,
      created_at: ctx.now,
    })
    .execute();
  await tx
    .updateTable("member")
    .set({ email: null, email_key: null, email_verified_at: null })
    .where("community_id", "=", at)
    .where("id", "=", memberId)
    .execute();
  await tx
    .deleteFrom("member_session")
    .where("community_id", "=", at)
    .where("member_id", "=", memberId)
    .execute();
  await endTokens(tx, { communityId: at, memberId }, [
    "verify_email",
    "reset_password",
    "change_email",
  ]);
  return true;
}
