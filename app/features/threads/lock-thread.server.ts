import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";
import { readReason, WRITE_LIMITS } from "./write-rules.ts";

/** Closes a thread whose row the caller holds. */
export async function lockInTx(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { threadId, reason }: { threadId: number; reason: string },
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ locked_at: ctx.now, locked_reason: reason })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", threadId)
    .execute();
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "thread.locked",
    payload: { threadId },
  });
}

/**
 * Closes a thread for new answers and replies; again changes nothing. Throws InvalidError (reason),
 * NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function lockThread(
  ctx: Ctx,
  input: { threadId: number; reason?: string | undefined },
): Promise<ThreadRef> {
  const reason = readReason(input.reason, { max: WRITE_LIMITS.stateReason });
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    const subject = threadSubject(thread);
    assertCan(ctx.actor, "thread.lock", { ...subject, locked: false });
    if (subject.locked) return threadRef(thread);
    await lockInTx(tx, ctx, { threadId: thread.id, reason });
    return threadRef(thread);
  });
}
