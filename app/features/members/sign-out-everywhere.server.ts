import type { Ctx } from "#app/lib/ctx.ts";
import { requireMember } from "./require-member.ts";
import { endAllSessions } from "./sessions/end-all-sessions.server.ts";
import { blankSessionCookie } from "./sessions/session-cookie.server.ts";

/** Ends every session of the actor, this one too; gives the Set-Cookie value. */
export async function signOutEverywhere(ctx: Ctx): Promise<string> {
  await endAllSessions(ctx.db, ctx.community.id, requireMember(ctx).id);
  return blankSessionCookie();
}
