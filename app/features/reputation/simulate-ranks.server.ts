import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { memberMetrics } from "./member-metrics.server.ts";
import { rankOf, type Rank } from "./ranks.ts";
import type { RankMove } from "./settle-ranks.server.ts";

/**
 * Who would move where if `ranks` were published now, by member. Changes nothing.
 * Throws ForbiddenError, SignInNeededError.
 */
export async function simulateRanks(ctx: Ctx, ranks: Rank[]): Promise<RankMove[]> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const communityId = ctx.community.id;
  const [metrics, held] = await Promise.all([
    memberMetrics(ctx.db, communityId, { memberIds: null, now: ctx.now }),
    ctx.db
      .selectFrom("member")
      .select(["id", "rank"])
      .where("community_id", "=", communityId)
      .orderBy("id")
      .execute(),
  ]);
  return held.flatMap(({ id, rank }) => {
    const to = rankOf(ranks, metrics.get(id)!);
    return to === rank ? [] : [{ memberId: id, from: rank, to }];
  });
}
