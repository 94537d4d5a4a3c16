import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadRanks } from "./load-ranks.server.ts";
import { memberMetrics } from "./member-metrics.server.ts";
import { rankOf, type Rank } from "./ranks.ts";
import { figuresOf, type Trial } from "./rules/figures.server.ts";
import { isMove } from "./rules/rank-moves.ts";

/** A proposed list of ranks as it stands in `figures`, with the version that it replaces. */
export function ranksToCompare(ranks: Rank[], replaces: number) {
  return [
    "ranks",
    replaces,
    ranks.map(({ key, name, formula, powers }) => [key, name, formula, powers.toSorted()]),
  ];
}

/**
 * Who would have another rank if `ranks` were published now, by member: from a place of the list in
 * force to one of the new list. Changes nothing. Throws ForbiddenError, SignInNeededError.
 */
export async function simulateRanks(ctx: Ctx, ranks: Rank[]): Promise<Trial> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const communityId = ctx.community.id;
  const [metrics, held, inForce] = await Promise.all([
    memberMetrics(ctx.db, communityId, { memberIds: null, now: ctx.now }),
    ctx.db
      .selectFrom("member")
      .select(["id", "rank"])
      .where("community_id", "=", communityId)
      .orderBy("id")
      .execute(),
    loadRanks(ctx.db, communityId),
  ]);
  const lists = { before: inForce.ranks, after: ranks };
  const moves = held
    .filter(({ id }) => metrics.has(id))
    .map(({ id, rank }) => ({ memberId: id, from: rank, to: rankOf(ranks, metrics.get(id)!) }))
    .filter((move) => isMove(lists, move));
  const outcome = { points: [], ranks: moves };
  return { ...outcome, figures: figuresOf(ranksToCompare(ranks, inForce.version), outcome) };
}
