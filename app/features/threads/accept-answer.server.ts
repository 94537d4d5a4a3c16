import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearAccepted, refreshLine } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

export type AcceptAnswer = {
  postId: number;
  /** The accepted answer that the page showed, `null` when it showed none. */
  replaces: number | null;
};

/**
 * Marks the answer that solved a question; again changes nothing. Throws ConflictError when another
 * answer was accepted meanwhile, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function acceptAnswer(ctx: Ctx, input: AcceptAnswer): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "answer.accept", post.subject);
    const { thread } = post;
    if (thread.accepted_post_id === post.id) return postRef(post);
    if (thread.accepted_post_id !== input.replaces) {
      throw new ConflictError("accepted_meanwhile", { key: "error.acceptedMeanwhile" });
    }
    await clearAccepted(tx, ctx, thread);
    await tx
      .updateTable("thread")
      .set({ accepted_post_id: post.id, accepted_by: ctx.actor.id, accepted_at: ctx.now })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
    await refreshLine(tx, ctx.community.id, thread.id);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "answer.accepted",
      payload: { threadId: thread.id, postId: post.id },
    });
    return postRef(post);
  });
}
