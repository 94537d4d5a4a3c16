import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { withdrawPost } from "./withdraw-post.server.ts";
import { readReason, WRITE_LIMITS } from "./write-rules.ts";

/**
 * Takes an answer or reply away; `restorePost` brings it back.
 * Throws NotFoundError, SignInNeededError, ForbiddenError, InvalidError (reason).
 */
export async function deletePost(
  ctx: Ctx,
  input: { postId: number; reason?: string | undefined },
): Promise<PostRef> {
  const reason = readReason(input.reason, { max: WRITE_LIMITS.stateReason });
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    // Sent twice: whoever could bring it back has just taken it away.
    if (can(ctx.actor, "post.restore", post.subject)) return postRef(post);
    assertCan(ctx.actor, "post.delete", post.subject);
    await withdrawPost(tx, ctx, post, { to: "deleted", reason });
    return postRef(post);
  });
}
