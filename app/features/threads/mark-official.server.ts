import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearOfficial, refreshLine } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

/**
 * Makes an answer the brand's own word, in place of another if there is one; again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function markOfficial(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "answer.markOfficial", post.subject);
    const { thread } = post;
    if (thread.official_post_id === post.id) return postRef(post);
    await clearOfficial(tx, ctx, thread);
    await tx
      .updateTable("post")
      .set({ official: true })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", post.id)
      .execute();
    await tx
      .updateTable("thread")
      .set({ official_post_id: post.id, official_at: ctx.now })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
    await refreshLine(tx, ctx.community.id, thread.id);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "answer.official_changed",
      payload: { threadId: thread.id, postId: post.id },
    });
    return postRef(post);
  });
}
