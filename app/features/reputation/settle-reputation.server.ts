import type { Ctx } from "#app/lib/ctx.ts";
import { settleAllBadges } from "./badges/settle-all-badges.server.ts";
import { settleAllExpertise } from "./expertise/settle-all-expertise.server.ts";
import { settleEveryone } from "./settle-everyone.server.ts";

/**
 * Brings everything that recognises members of a community to what its rows say: points, ranks,
 * badges, expertise. After much changed at once, such as an import; `tell` says whether those
 * concerned hear of it. May run twice and beside the jobs of single facts.
 */
export async function settleReputation(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  { tell }: { tell: boolean },
): Promise<void> {
  await settleEveryone(ctx, { tell });
  await settleAllBadges(ctx, { tell });
  await settleAllExpertise(ctx);
}
