import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearAccepted } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

/**
 * Takes back that an answer solved the question; again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function unacceptAnswer(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "answer.accept", post.subject);
    if (post.thread.accepted_post_id === post.id) await clearAccepted(tx, ctx, post.thread);
    return postRef(post);
  });
}
