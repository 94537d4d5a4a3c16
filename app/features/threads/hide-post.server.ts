import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { withdrawPost } from "./withdraw-post.server.ts";
import { readReason, WRITE_LIMITS } from "./write-rules.ts";

/**
 * Hides an answer or reply; a stub with the reason stays in its place.
 * Throws NotFoundError, SignInNeededError, ForbiddenError, InvalidError (reason).
 */
export async function hidePost(
  ctx: Ctx,
  input: { postId: number; reason: string },
): Promise<PostRef> {
  const reason = readReason(input.reason, { max: WRITE_LIMITS.stateReason, required: true });
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.hide", post.subject);
    await withdrawPost(tx, ctx, post, { to: "hidden", reason });
    return postRef(post);
  });
}
