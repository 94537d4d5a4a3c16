import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { readStored } from "./load-settings.server.ts";
import { ruleDifferences, type RuleDifference } from "./rule-differences.ts";

export type RuleChange = {
  version: number;
  /** `null`: somebody who is gone. */
  who: { handle: string; name: string } | null;
  at: TimeText;
  backTo: number | null;
  changes: RuleDifference[];
};

const MOST = 10;

/** The last changes of the settings with what each changed, newest first. Throws ForbiddenError, SignInNeededError. */
export async function listChanges(ctx: Ctx): Promise<RuleChange[]> {
  assertCan(ctx.actor, "desk.manage", null);
  const rows = await ctx.db
    .selectFrom("automod_change as c")
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "c.community_id").onRef("m.id", "=", "c.actor_id"),
    )
    .select(["c.version", "c.settings", "c.back_to", "c.created_at", "m.handle", "m.name"])
    .where("c.community_id", "=", ctx.community.id)
    .orderBy("c.version", "desc")
    .limit(MOST + 1)
    .execute();
  return rows.slice(0, MOST).map((row, index) => ({
    version: row.version,
    who: row.handle === null ? null : { handle: row.handle, name: row.name ?? "" },
    at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    backTo: row.back_to,
    changes: ruleDifferences(readStored(rows[index + 1]?.settings), readStored(row.settings)),
  }));
}
