import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/**
 * Whoever sees any case at all: staff, and moderators of a space. Gives the spaces that somebody
 * moderates. Throws SignInNeededError, ForbiddenError.
 */
export function assertAtDesk({ actor }: Pick<Ctx, "actor">): number[] {
  const spaces = actor.kind === "member" ? [...(actor.moderates ?? [])] : [];
  assertCan(actor, "desk.see", { spaceId: spaces[0] ?? null });
  return spaces;
}
