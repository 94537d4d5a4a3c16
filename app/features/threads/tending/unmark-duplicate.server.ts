import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

/**
 * Opens a question again that was closed as a duplicate; again changes nothing. Throws NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function unmarkDuplicate(ctx: Ctx, input: { threadId: number }): Promise<ThreadRef> {
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.unmarkDuplicate", { ...threadSubject(thread), duplicate: true });
    if (thread.duplicate_of === null) return threadRef(thread);
    await tx
      .updateTable("thread")
      .set({ duplicate_of: null, locked_at: null, locked_reason: "" })
      .where("community_id", "=", communityId)
      .where("id", "=", thread.id)
      .execute();
    const change = { threadId: thread.id, before: thread.duplicate_of, after: null } as const;
    await noteChange(tx, ctx, { ...change, kind: "duplicate" });
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "thread.duplicate_changed",
      payload: { threadId: thread.id },
    });
    return threadRef(thread);
  });
}
