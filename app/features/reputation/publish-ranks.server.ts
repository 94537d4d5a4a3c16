import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadRanks } from "./load-ranks.server.ts";
import type { Rank } from "./ranks.ts";
import { assertFigures, lockStandings, outcomeSince } from "./rules/figures.server.ts";
import { settleRanks } from "./settle-ranks.server.ts";
import { ranksToCompare } from "./simulate-ranks.server.ts";

export type PublishRanks = {
  /** As `ranksSchema` gave them. */
  ranks: Rank[];
  note: string;
  /** The version that the page was made from. */
  replaces: number;
  /** Of the trial: what it said is what happens. */
  figures: string;
};

/**
 * Publishes a list of ranks and gives every member theirs, in one transaction that ends in nothing
 * unless everybody stands where the trial said; tells those whose rank it changes. Gives the new
 * version. Throws ConflictError (`rules_meanwhile`, `figures_changed`), ForbiddenError,
 * SignInNeededError.
 */
export async function publishRanks(ctx: Ctx, input: PublishRanks): Promise<number> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const actor = requireMember(ctx);
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    await sql`select id from community where id = ${communityId} for no key update`.execute(tx);
    const { version, ranks: before } = await loadRanks(tx, communityId);
    if (version !== input.replaces) {
      throw new ConflictError("rules_meanwhile", { key: "error.rulesMeanwhile" });
    }
    const earlier = await lockStandings(tx, communityId);
    await tx
      .insertInto("rank_list")
      .values({
        community_id: communityId,
        version: version + 1,
        ranks: JSON.stringify(input.ranks),
        note: input.note,
        published_by: actor.id,
        published_at: ctx.now,
      })
      .execute();
    await settleRanks(tx, communityId, { memberIds: null, now: ctx.now, tell: false });
    const lists = { before, after: input.ranks };
    const outcome = await outcomeSince(tx, communityId, { earlier, lists });
    assertFigures(input.figures, ranksToCompare(input.ranks, version), outcome);
    for (const { memberId, from, to } of outcome.ranks) {
      // The same place of another list: settling saw nothing to keep.
      if (from === to) {
        await tx
          .insertInto("rank_change")
          .values({
            community_id: communityId,
            member_id: memberId,
            from_rank: from,
            to_rank: to,
            list_version: version + 1,
            created_at: ctx.now,
          })
          .execute();
      }
      await publish(tx, {
        communityId,
        actorId: null,
        type: "member.rank_changed",
        payload: { memberId },
      });
    }
    return version + 1;
  });
}
