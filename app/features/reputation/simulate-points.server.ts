import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { pricedCauses } from "./causes.server.ts";
import { loadPointRules } from "./load-point-rules.server.ts";
import { loadRanks } from "./load-ranks.server.ts";
import { memberMetrics } from "./member-metrics.server.ts";
import { membersInTurn } from "./members-in-turn.server.ts";
import { POINT_RULES, type PointRules, type RulesVersion } from "./point-rules.ts";
import { rankOf } from "./ranks.ts";
import { figuresOf, type Trial } from "./rules/figures.server.ts";

export type PointProposal = {
  rules: PointRules;
  /** What happens from then on counts by them; `null`: everything that ever happened. */
  effectiveFrom: Date | null;
};

type Due = { id: number; rank: number; before: number; after: number; year: number };

/** Proposed point rules as they stand in `figures`, with the version that they replace. */
export function pointsToCompare({ rules, effectiveFrom }: PointProposal, replaces: number) {
  const prices = POINT_RULES.map((rule) => [rule, rules[rule].points, rules[rule].dailyCap]);
  return ["points", replaces, prices, effectiveFrom?.toISOString() ?? null];
}

/** Everybody's points by some versions of the rules, altogether and from the last 365 days. */
async function loadDue({ db, community, now }: Ctx, versions: RulesVersion[]): Promise<Due[]> {
  const all: Due[] = [];
  for await (const memberIds of membersInTurn(db, community.id)) {
    const { rows } = await sql<Due>`
      select member.id, member.rank, member.points as before,
        coalesce(due.points, 0)::int as after, coalesce(due.year, 0)::int as year
      from member left join (
        select member_id, sum(points) as points,
          sum(points) filter (where at > ${now}::timestamptz - interval '365 days') as year
        from (${pricedCauses(community.id, { memberIds }, versions)}) priced
        group by member_id
      ) due on due.member_id = member.id
      where member.community_id = ${community.id} and member.id = any(${memberIds}::bigint[])
    `.execute(db);
    all.push(...rows);
  }
  return all;
}

/**
 * What would become of everybody if point rules were published: members whose points change, the
 * greatest changes first, and who would change rank by it. Changes nothing. Throws ForbiddenError,
 * SignInNeededError.
 */
export async function simulatePoints(ctx: Ctx, proposal: PointProposal): Promise<Trial> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const { db, community, now } = ctx;
  const versions = await loadPointRules(db, community.id);
  const replaces = versions.at(-1)!.version;
  const due = await loadDue(ctx, [...versions, { ...proposal, version: replaces + 1 }]);
  const metrics = await memberMetrics(db, community.id, { memberIds: null, now });
  const { ranks } = await loadRanks(db, community.id);
  const points = due
    .filter(({ before, after }) => before !== after)
    .map(({ id, before, after }) => ({ memberId: id, before, after }))
    .sort(
      (a, b) =>
        Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.memberId - b.memberId,
    );
  const moves = due.flatMap(({ id, rank, after, year }) => {
    const of = metrics.get(id);
    if (!of) return [];
    const to = rankOf(ranks, { ...of, points: after, points_year: year });
    return to === rank ? [] : [{ memberId: id, from: rank, to }];
  });
  const outcome = { points, ranks: moves };
  return { ...outcome, figures: figuresOf(pointsToCompare(proposal, replaces), outcome) };
}
