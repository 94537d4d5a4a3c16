import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";

/** Opens a thread whose row the caller holds. */
export async function unlockInTx(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  threadId: number,
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ locked_at: null, locked_reason: "" })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", threadId)
    .execute();
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "thread.unlocked",
    payload: { threadId },
  });
}

/**
 * Opens a locked thread again; again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function unlockThread(ctx: Ctx, input: { threadId: number }): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    const subject = threadSubject(thread);
    assertCan(ctx.actor, "thread.unlock", { ...subject, locked: true });
    if (!subject.locked) return threadRef(thread);
    await unlockInTx(tx, ctx, thread.id);
    return threadRef(thread);
  });
}
