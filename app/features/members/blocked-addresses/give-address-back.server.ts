import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { parseEmail } from "../email-address.ts";
import { SEALED_DAYS, sealPurpose } from "./erase-address.server.ts";
import { unseal } from "./seal.server.ts";

function gone(): ConflictError {
  return new ConflictError("address_gone", {
    key: "moderation.addressGone",
    params: { days: SEALED_DAYS },
  });
}

/**
 * Gives an account whose row the caller holds the address that was taken from it, as verified as it
 * was. Throws ConflictError when it is too late, or the account or another one has an address by now.
 */
export async function giveAddressBack(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  memberId: number,
): Promise<void> {
  const at = ctx.community.id;
  const kept = await tx
    .deleteFrom("sealed_address")
    .where("community_id", "=", at)
    .where("member_id", "=", memberId)
    .where("created_at", ">", new Date(ctx.now.getTime() - SEALED_DAYS * 86_400_000))
    .returning(["sealed", "verified_at"])
    .executeTakeFirst();
  const email = kept && unseal(sealPurpose(at, memberId), kept.sealed);
  const address = email ? parseEmail(email) : null;
  if (!kept || !address) throw gone();
  const given = await sql`
    update member set email = ${address.email}, email_key = ${address.key},
      email_verified_at = ${kept.verified_at}
    where community_id = ${at} and id = ${memberId} and email is null and not exists (
      select from member other where other.community_id = ${at} and other.email_key = ${address.key})
  `.execute(tx);
  if (given.numAffectedRows !== 1n) throw gone();
  await tx
    .deleteFrom("blocked_address")
    .where("community_id", "=", at)
    .where("member_id", "=", memberId)
    .execute();
}
