import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { suggestExperts, type SuggestedExpert } from "./suggest-experts.server.ts";

export type InvitedMember = AuthorMark & { handle: string; name: string; hue: number };

/** Who might answer an open question, and who was asked to already. */
export type InvitePanel = { suggested: SuggestedExpert[]; invited: InvitedMember[] };

const MOST = 20;

/**
 * What the asker and staff see beside an open question. Throws NotFoundError, ForbiddenError,
 * SignInNeededError.
 */
export async function getInvitePanel(ctx: Ctx, threadId: number): Promise<InvitePanel> {
  const suggested = await suggestExperts(ctx, threadId);
  const invited = await ctx.db
    .selectFrom("answer_invite as i")
    .innerJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "i.community_id").onRef("m.id", "=", "i.member_id"),
    )
    .where("i.community_id", "=", ctx.community.id)
    .where("i.thread_id", "=", threadId)
    .orderBy("i.created_at")
    .orderBy("m.id")
    .limit(MOST)
    .select(["m.handle", "m.name", "m.hue", "m.role", "m.rank"])
    .execute();
  return { suggested, invited };
}
