import { sql } from "kysely";
import { publishTypes } from "#app/events/publish-types.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
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
 * Changes who sees a whole thread; its posts keep their own states and counts. The caller holds its
 * row. The only place that writes `thread.state` of an existing thread.
 */
export async function setThreadStateInTx(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { threadId, to, reason }: Pick<Change, "threadId" | "to" | "reason">,
): Promise<void> {
  const published = to === "published";
  const { rows } = await sql<{ was: ContentState }>`
    update thread set state = ${to}, state_reason = ${reason},
      state_by = ${published ? null : ctx.actor.id}::bigint,
      state_at = ${published ? null : ctx.now}::timestamptz
    from (select community_id, id, state as was from thread
      where community_id = ${ctx.community.id} and id = ${threadId}) as before
    where thread.community_id = before.community_id and thread.id = before.id
    returning before.was
  `.execute(tx);
  // A held thread is new to everybody; one that comes back was told of before.
  const isNew = published && rows[0]?.was === "held";
  await publishTypes(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    types: ["thread.state_changed", ...(isNew ? (["thread.started"] as const) : [])],
    payload: { threadId },
  });
}

/** Changes who sees a thread, for whoever may. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function setThreadState(ctx: Ctx, change: Change): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, change.threadId, { lock: true });
    assertCan(ctx.actor, change.verb, threadSubject(thread));
    await setThreadStateInTx(tx, ctx, change);
    return threadRef(thread);
  });
}
