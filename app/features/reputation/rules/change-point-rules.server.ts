import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { publishPointRules, type PublishPointRules } from "../publish-point-rules.server.ts";
import { simulatePoints } from "../simulate-points.server.ts";
import { tryOrPublish, type Attempt } from "./try-or-publish.server.ts";
import { viewTrial } from "./view-trial.server.ts";

/**
 * Tries point rules on the members, or publishes them as they were tried. Throws ConflictError when
 * others were published meanwhile, ForbiddenError, SignInNeededError.
 */
export async function changePointRules(
  ctx: Ctx,
  which: "try" | "publish",
  input: PublishPointRules,
): Promise<Attempt> {
  assertCan(ctx.actor, "reputation.setRules", null);
  return tryOrPublish(which, {
    publish: () => publishPointRules(ctx, input),
    run: async () => {
      const { ranks } = await loadRanks(ctx.db, ctx.community.id);
      const trial = await simulatePoints(ctx, input);
      return viewTrial(ctx, trial, { before: ranks, after: ranks });
    },
  });
}
