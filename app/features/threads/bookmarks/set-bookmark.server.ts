import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError } from "#app/lib/errors.ts";
import { can } from "#app/features/members/policy.ts";
import { loadPost } from "../load-post.server.ts";
import { postRef, type PostRef } from "../post-ref.ts";

/**
 * The actor keeps a post's address for themselves, or no longer; the same again changes nothing.
 * Throws SignInNeededError, NotFoundError, ForbiddenError for a post they may not read.
 */
export async function setBookmark(
  ctx: Ctx,
  input: { postId: number; on: boolean },
): Promise<PostRef> {
  const actor = requireMember(ctx);
  const post = await loadPost(ctx.db, ctx, input.postId);
  const row = { community_id: ctx.community.id, member_id: actor.id, post_id: post.id };
  if (input.on) {
    if (!can(ctx.actor, "post.read", post.subject)) throw new ForbiddenError();
    await ctx.db
      .insertInto("bookmark")
      .values({ ...row, created_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return postRef(post);
  }
  await ctx.db
    .deleteFrom("bookmark")
    .where("community_id", "=", row.community_id)
    .where("member_id", "=", row.member_id)
    .where("post_id", "=", row.post_id)
    .execute();
  return postRef(post);
}
