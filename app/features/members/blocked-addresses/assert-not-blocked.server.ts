import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { addressHash } from "./address-hash.server.ts";

/**
 * Throws InvalidError (email) for an address that staff took away, and for others of the same mailbox;
 * whether somebody has an account with it makes no difference.
 */
export async function assertNotBlocked(
  ctx: Pick<Ctx, "db" | "community">,
  email: string,
): Promise<void> {
  const blocked = await ctx.db
    .selectFrom("blocked_address")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("address_hash", "=", addressHash(ctx.community.id, email))
    .executeTakeFirst();
  if (!blocked) return;
  throw new InvalidError({
    email: { key: "account.emailBlocked", params: { community: ctx.community.name } },
  });
}
