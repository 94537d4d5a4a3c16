import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { clearOfficial, refreshLine, type Pointing } from "./answer-pointers.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";

/** Makes an answer official in place of another; the caller holds the thread's row. */
export async function markOfficialInTx(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  { thread, postId, at }: { thread: Pointing; postId: number; at: Date | string },
): Promise<void> {
  await clearOfficial(tx, ctx, thread);
  await tx
    .updateTable("post")
    .set({ official: true })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", postId)
    .execute();
  await tx
    .updateTable("thread")
    .set({ official_post_id: postId, official_at: at })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.id)
    .execute();
  await refreshLine(tx, ctx.community.id, thread.id);
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "answer.official_changed",
    payload: { threadId: thread.id, postId },
  });
}

/**
 * Makes an answer the brand's own word, in place of another if there is one; again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function markOfficial(ctx: Ctx, input: { postId: number }): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "answer.markOfficial", post.subject);
    if (post.thread.official_post_id !== post.id) {
      await markOfficialInTx(tx, ctx, { thread: post.thread, postId: post.id, at: ctx.now });
    }
    return postRef(post);
  });
}
