import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { publishPost } from "./publish-post.server.ts";

/**
 * Brings a deleted answer or reply back.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function restorePost(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.restore", post.subject);
    await publishPost(tx, ctx, post);
    return postRef(post);
  });
}
