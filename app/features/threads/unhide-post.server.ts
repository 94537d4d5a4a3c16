import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { publishPost } from "./publish-post.server.ts";
import { closeHideVotes } from "./tending/close-hide-votes.server.ts";

/**
 * Shows a hidden answer or reply again, or lets a held one be seen; votes to hide it are decided.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function unhidePost(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.unhide", post.subject);
    await closeHideVotes(tx, ctx, post.id);
    await publishPost(tx, ctx, post);
    return postRef(post);
  });
}
