import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadRanks } from "./load-ranks.server.ts";
import { assertFigures, lockStandings, outcomeSince } from "./rules/figures.server.ts";
import { settlePoints } from "./settle-points.server.ts";
import { settleRanks } from "./settle-ranks.server.ts";
import { pointsToCompare, type PointProposal } from "./simulate-points.server.ts";

export type PublishPointRules = PointProposal & {
  note: string;
  /** The version that the page was made from. */
  replaces: number;
  /** Of the trial: what it said is what happens. */
  figures: string;
};

/**
 * Publishes a version of the point rules and brings every member's points and rank to it, in one
 * transaction that ends in nothing unless everybody stands where the trial said. Gives the new
 * version. Throws ConflictError (`rules_meanwhile`, `figures_changed`), ForbiddenError,
 * SignInNeededError.
 */
export async function publishPointRules(ctx: Ctx, input: PublishPointRules): Promise<number> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const actor = requireMember(ctx);
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    // Two who publish at once: the second sees the first's version.
    await sql`select id from community where id = ${communityId} for no key update`.execute(tx);
    const { version } = await tx
      .selectFrom("point_rules")
      .select((eb) => eb.fn.coalesce(eb.fn.max("version"), eb.lit(0)).as("version"))
      .where("community_id", "=", communityId)
      .executeTakeFirstOrThrow();
    if (version !== input.replaces) {
      throw new ConflictError("rules_meanwhile", { key: "error.rulesMeanwhile" });
    }
    const earlier = await lockStandings(tx, communityId);
    await tx
      .insertInto("point_rules")
      .values({
        community_id: communityId,
        version: version + 1,
        rules: JSON.stringify(input.rules),
        effective_from: input.effectiveFrom,
        note: input.note,
        published_by: actor.id,
        published_at: ctx.now,
      })
      .execute();
    await settlePoints(tx, communityId, { everything: true });
    await settleRanks(tx, communityId, { memberIds: null, now: ctx.now, tell: true });
    const { ranks } = await loadRanks(tx, communityId);
    const lists = { before: ranks, after: ranks };
    const outcome = await outcomeSince(tx, communityId, { earlier, lists });
    assertFigures(input.figures, pointsToCompare(input, version), outcome);
    await publish(tx, {
      communityId,
      actorId: actor.id,
      type: "reputation.rules_changed",
      payload: { version: version + 1 },
    });
    return version + 1;
  });
}
