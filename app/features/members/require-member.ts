import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";

export type SignedIn = Extract<Actor, { kind: "member" }>;

/** The signed-in actor. Throws SignInNeededError for a guest. */
export function requireMember(ctx: Pick<Ctx, "actor">): SignedIn {
  if (ctx.actor.kind !== "member") throw new SignInNeededError();
  return ctx.actor;
}
