import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { CheckSettings } from "../checks/settings.ts";

export const TRIAL_DAYS = 30;
const DAY = 86_400_000;

/**
 * Asks what settings would have done with everything written in the last 30 days; a job finds out.
 * Gives the trial's id. Throws ForbiddenError, SignInNeededError.
 */
export async function askTrial(
  ctx: Ctx,
  { settings, version }: { settings: CheckSettings; version: number },
): Promise<number> {
  assertCan(ctx.actor, "automod.setRules", null);
  return inTransaction(ctx.db, async (tx) => {
    const at = ctx.community.id;
    const from = new Date(ctx.now.getTime() - TRIAL_DAYS * DAY);
    await sql`delete from automod_trial where community_id = ${at} and asked_at < ${from}`.execute(
      tx,
    );
    const { id } = await tx
      .insertInto("automod_trial")
      .values({
        community_id: at,
        asked_by: ctx.actor.id,
        asked_at: ctx.now,
        settings: JSON.stringify(settings),
        version,
        from_at: from,
        until_at: ctx.now,
        posts_all: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await publish(tx, {
      communityId: at,
      actorId: ctx.actor.id,
      type: "automod.tried",
      payload: { trialId: id },
    });
    return id;
  });
}
