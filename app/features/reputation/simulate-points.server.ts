import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { pricedCauses } from "./causes.server.ts";
import { loadPointRules } from "./load-point-rules.server.ts";
import type { PointRules } from "./point-rules.ts";

/** What a member would have, against what they have. */
export type PointsChange = { memberId: number; before: number; after: number };

/**
 * What points would be if `rules` were published for what happened from `effectiveFrom` on (`null`:
 * everything): members whose points change, the greatest changes first. Changes nothing.
 * Throws ForbiddenError, SignInNeededError.
 */
export async function simulatePoints(
  ctx: Ctx,
  proposal: { rules: PointRules; effectiveFrom: Date | null },
): Promise<PointsChange[]> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const versions = await loadPointRules(ctx.db, ctx.community.id);
  const next = { ...proposal, version: versions.at(-1)!.version + 1 };
  const { rows } = await sql<{ id: number; before: number; after: number }>`
    select member.id, member.points as before, coalesce(due.points, 0)::int as after
    from member left join (
      select member_id, sum(points)::int as points
      from (${pricedCauses(ctx.community.id, { everything: true }, [...versions, next])}) priced
      group by member_id
    ) due on due.member_id = member.id
    where member.community_id = ${ctx.community.id} and member.points <> coalesce(due.points, 0)
    order by abs(member.points - coalesce(due.points, 0)) desc, member.id
  `.execute(ctx.db);
  return rows.map(({ id, before, after }) => ({ memberId: id, before, after }));
}
