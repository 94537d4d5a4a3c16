import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadCase } from "../load-case.server.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";

export type EscalatePage = {
  caseId: number;
  /** Some way is set up. */
  ready: boolean;
  /** The actor may set one up. */
  maySet: boolean;
};

/** The page to pass a case on. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function getEscalatePage(ctx: Ctx, caseId: number): Promise<EscalatePage> {
  assertCan(ctx.actor, "desk.manage", null);
  const { id } = await loadCase(ctx.db, ctx, caseId);
  const { webhookOn, mailOn } = await loadEscalationSettings(ctx.db, ctx.community.id);
  return { caseId: id, ready: webhookOn || mailOn, maySet: ctx.actor.role === "admin" };
}
