import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { publishRanks, type PublishRanks } from "../publish-ranks.server.ts";
import { simulateRanks } from "../simulate-ranks.server.ts";
import { loadRankVersions } from "./load-rule-versions.server.ts";
import { arrange, type DraftStep, type RankDraft } from "./rank-draft.ts";
import { tryOrPublish, type Attempt } from "./try-or-publish.server.ts";
import { viewTrial } from "./view-trial.server.ts";

/**
 * Tries a list of ranks on the members, or publishes it as it was tried. Throws ConflictError when
 * another was published meanwhile, ForbiddenError, SignInNeededError.
 */
export async function changeRanks(
  ctx: Ctx,
  which: "try" | "publish",
  input: PublishRanks,
): Promise<Attempt> {
  assertCan(ctx.actor, "reputation.setRules", null);
  return tryOrPublish(which, {
    publish: () => publishRanks(ctx, input),
    run: async () => {
      const { ranks: before } = await loadRanks(ctx.db, ctx.community.id);
      const trial = await simulateRanks(ctx, input.ranks);
      return viewTrial(ctx, trial, { before, after: input.ranks });
    },
  });
}

/** The draft after one of its buttons was pressed. Throws InvalidError when there are too many. */
export async function arrangeRanks(
  ctx: Ctx,
  draft: RankDraft,
  step: DraftStep,
): Promise<RankDraft> {
  assertCan(ctx.actor, "reputation.setRules", null);
  const versions = await loadRankVersions(ctx);
  const taken = versions.flatMap(({ after }) => after.map(({ key }) => key));
  return arrange(draft, step, taken);
}
