import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { PointRules } from "./point-rules.ts";
import { settlePoints } from "./settle-points.server.ts";

export type PublishPointRules = {
  rules: PointRules;
  effectiveFrom: Date | null;
  note: string;
  /** The version that the page was made from. */
  replaces: number;
};

/**
 * Publishes a version of the point rules and brings every member's points to it, in one transaction.
 * Gives the new version. Throws ConflictError when another was published meanwhile, ForbiddenError,
 * SignInNeededError.
 */
export async function publishPointRules(ctx: Ctx, input: PublishPointRules): Promise<number> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const actor = requireMember(ctx);
  return inTransaction(ctx.db, async (tx) => {
    // Two who publish at once: the second sees the first's version.
    await sql`select id from community where id = ${ctx.community.id} for no key update`.execute(
      tx,
    );
    const { version } = await tx
      .selectFrom("point_rules")
      .select((eb) => eb.fn.coalesce(eb.fn.max("version"), eb.lit(0)).as("version"))
      .where("community_id", "=", ctx.community.id)
      .executeTakeFirstOrThrow();
    if (version !== input.replaces) {
      throw new ConflictError("rules_meanwhile", { key: "error.rulesMeanwhile" });
    }
    await tx
      .insertInto("point_rules")
      .values({
        community_id: ctx.community.id,
        version: version + 1,
        rules: JSON.stringify(input.rules),
        effective_from: input.effectiveFrom,
        note: input.note,
        published_by: actor.id,
        published_at: ctx.now,
      })
      .execute();
    await settlePoints(tx, ctx.community.id, { everything: true });
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "reputation.rules_changed",
      payload: { version: version + 1 },
    });
    return version + 1;
  });
}
