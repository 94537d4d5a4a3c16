import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearOfficial } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

/**
 * Takes back that an answer is the brand's own word; again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function unmarkOfficial(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "answer.markOfficial", post.subject);
    if (post.thread.official_post_id === post.id) await clearOfficial(tx, ctx, post.thread);
    return postRef(post);
  });
}
