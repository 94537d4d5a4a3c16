import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

/** Opens a question that was a duplicate; the caller holds its row. */
export async function unmarkDuplicateInTx(
  tx: Tx,
  ctx: Ctx,
  { threadId, was }: { threadId: number; was: number },
): Promise<void> {
  const communityId = ctx.community.id;
  await tx
    .updateTable("thread")
    .set({ duplicate_of: null, locked_at: null, locked_reason: "" })
    .where("community_id", "=", communityId)
    .where("id", "=", threadId)
    .execute();
  const change = { threadId, before: was, after: null } as const;
  await noteChange(tx, ctx, { ...change, kind: "duplicate" });
  await publish(tx, {
    communityId,
    actorId: ctx.actor.id,
    type: "thread.duplicate_changed",
    payload: { threadId },
  });
}

/**
 * Opens a question again that was closed as a duplicate; again changes nothing. Throws NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function unmarkDuplicate(ctx: Ctx, input: { threadId: number }): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.unmarkDuplicate", { ...threadSubject(thread), duplicate: true });
    if (thread.duplicate_of === null) return threadRef(thread);
    await unmarkDuplicateInTx(tx, ctx, { threadId: thread.id, was: thread.duplicate_of });
    return threadRef(thread);
  });
}
