import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { ContentState } from "#db/schema-threads.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";

type Change = {
  threadId: number;
  verb: "thread.delete" | "thread.restore" | "thread.hide";
  to: ContentState;
  reason: string;
};

/**
 * Changes who sees a whole thread; its posts keep their own states and counts. The only place that
 * writes `thread.state` of an existing thread.
 */
export async function setThreadState(ctx: Ctx, change: Change): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, change.threadId, { lock: true });
    assertCan(ctx.actor, change.verb, threadSubject(thread));
    const published = change.to === "published";
    await tx
      .updateTable("thread")
      .set({
        state: change.to,
        state_reason: change.reason,
        state_by: published ? null : ctx.actor.id,
        state_at: published ? null : ctx.now,
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "thread.state_changed",
      payload: { threadId: thread.id },
    });
    return threadRef(thread);
  });
}
