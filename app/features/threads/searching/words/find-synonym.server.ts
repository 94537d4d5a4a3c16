import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Synonym } from "./synonym-book.server.ts";

/** A synonym to be changed; `null` when there is none with the id. Throws SignInNeededError, ForbiddenError. */
export async function findSynonym(
  ctx: Ctx,
  id: number,
): Promise<(Synonym & { id: number }) | null> {
  assertCan(ctx.actor, "tune_search", null);
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  const row = await ctx.db
    .selectFrom("search_synonym")
    .select(["id", "words", "means", "both_ways as bothWays"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}
