import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearAccepted, refreshLine, type Pointing } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

export type AcceptAnswer = {
  postId: number;
  /** The accepted answer that the page showed, `null` when it showed none. */
  replaces: number | null;
};

/** Makes an answer the accepted one in place of another; the caller holds the thread's row. */
export async function acceptInTx(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  {
    thread,
    accepted,
  }: {
    thread: Pointing;
    accepted: { postId: number; by: number | null; at: Date | string };
  },
): Promise<void> {
  await clearAccepted(tx, ctx, thread);
  await tx
    .updateTable("thread")
    .set({
      accepted_post_id: accepted.postId,
      accepted_by: accepted.by,
      accepted_at: accepted.at,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.id)
    .execute();
  await refreshLine(tx, ctx.community.id, thread.id);
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "answer.accepted",
    payload: { threadId: thread.id, postId: accepted.postId },
  });
}

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
    const accepted = { postId: post.id, by: ctx.actor.id, at: ctx.now };
    await acceptInTx(tx, ctx, { thread, accepted });
    return postRef(post);
  });
}
