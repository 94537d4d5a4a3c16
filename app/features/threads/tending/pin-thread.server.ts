import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread, type LoadedThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

/** A list that begins with more than these hides what is new. */
export const MOST_PINNED = 3;

/** Throws ConflictError when enough are pinned where the thread stands. */
export async function assertRoom(tx: Tx, ctx: Ctx, thread: LoadedThread): Promise<void> {
  // Two who pin in one space at once follow each other here.
  await tx
    .selectFrom("space")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.space_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const pinned = await tx
    .selectFrom("thread")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("space_id", "=", thread.space_id)
    .where("pinned", "=", true)
    .where("state", "=", "published")
    .limit(MOST_PINNED)
    .execute();
  if (pinned.length < MOST_PINNED) return;
  throw new ConflictError("too_many_pins", {
    key: "powers.tooManyPins",
    params: { max: MOST_PINNED },
  });
}

/** Pins a thread whose row the caller holds, or takes the pin away. */
export async function pinInTx(
  tx: Tx,
  ctx: Ctx,
  { threadId, on }: { threadId: number; on: boolean },
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ pinned: on })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", threadId)
    .execute();
  await noteChange(tx, ctx, { threadId, kind: "pin", before: !on, after: on });
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "thread.pin_changed",
    payload: { threadId },
  });
}

/**
 * Puts a thread first in the list of its space, or no longer; again changes nothing. Throws
 * ConflictError when enough are pinned there, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function pinThread(
  ctx: Ctx,
  { threadId, on }: { threadId: number; on: boolean },
): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, threadId, { lock: true });
    const subject = { ...threadSubject(thread), pinned: !on };
    assertCan(ctx.actor, on ? "thread.pin" : "thread.unpin", subject);
    if (thread.pinned === on) return threadRef(thread);
    if (on) await assertRoom(tx, ctx, thread);
    await pinInTx(tx, ctx, { threadId: thread.id, on });
    return threadRef(thread);
  });
}
