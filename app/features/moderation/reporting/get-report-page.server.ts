import { can } from "#app/features/members/policy.ts";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export type ReportPage = {
  postId: number;
  /** How the text begins. */
  excerpt: string;
  back: string;
  guest: boolean;
};

const EXCERPT = 200;

/** What is to be reported, for whoever may read it. Throws NotFoundError. */
export async function getReportPage(ctx: Ctx, postId: number): Promise<ReportPage> {
  const post = await loadPost(ctx.db, ctx, postId);
  // A hidden post's being there is no secret, its text is.
  if (!can(ctx.actor, "post.read", post.subject)) throw new NotFoundError();
  const { text } = await ctx.db
    .selectFrom("post")
    .select("text")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", post.id)
    .executeTakeFirstOrThrow();
  const excerpt = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  return { postId: post.id, excerpt, back: `/p/${post.id}`, guest: ctx.actor.kind === "guest" };
}
