import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { badgeSnippet } from "./badge-snippet.ts";

/** The HTML with which another site shows the actor's badge. Throws SignInNeededError. */
export function getOwnBadge(ctx: Ctx): { handle: string; snippet: string } {
  const { handle, name } = requireMember(ctx);
  const { baseUrl } = ctx.community;
  const alt = ctx.t("impact.badgeSnippetAlt", { name, community: ctx.community.name });
  return { handle, snippet: badgeSnippet({ baseUrl, handle, alt }) };
}
