import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadRanks } from "./load-ranks.server.ts";
import type { Rank } from "./ranks.ts";
import { settleRanks } from "./settle-ranks.server.ts";

export type PublishRanks = {
  /** As `ranksSchema` gave them. */
  ranks: Rank[];
  note: string;
  /** The version that the page was made from. */
  replaces: number;
};

/**
 * Publishes a list of ranks and gives every member theirs, in one transaction. Gives the new
 * version. Throws ConflictError when another was published meanwhile, ForbiddenError,
 * SignInNeededError.
 */
export async function publishRanks(ctx: Ctx, input: PublishRanks): Promise<number> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const actor = requireMember(ctx);
  return inTransaction(ctx.db, async (tx) => {
    await sql`select id from community where id = ${ctx.community.id} for no key update`.execute(
      tx,
    );
    const { version } = await loadRanks(tx, ctx.community.id);
    if (version !== input.replaces) {
      throw new ConflictError("rules_meanwhile", { key: "error.rulesMeanwhile" });
    }
    await tx
      .insertInto("rank_list")
      .values({
        community_id: ctx.community.id,
        version: version + 1,
        ranks: JSON.stringify(input.ranks),
        note: input.note,
        published_by: actor.id,
        published_at: ctx.now,
      })
      .execute();
    await settleRanks(tx, ctx.community.id, { memberIds: null, now: ctx.now });
    return version + 1;
  });
}
