import { publish } from "#app/events/publish.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread, type LoadedThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

/** Moves a thread whose row the caller holds; the pin stays behind. */
export async function moveInTx(
  tx: Tx,
  ctx: Ctx,
  { threadId, from, to }: { threadId: number; from: number; to: number },
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ space_id: to, pinned: false })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", threadId)
    .execute();
  await noteChange(tx, ctx, { threadId, before: from, after: to, kind: "space" });
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "thread.moved",
    payload: { threadId, spaceIds: [from, to] },
  });
}

/** The space of a slug, if the thread may be moved there. Throws InvalidError (spaceSlug). */
export async function placeToMove(tx: Tx, ctx: Ctx, thread: LoadedThread, spaceSlug: string) {
  const space = await tx
    .selectFrom("space")
    .select(["id", "read_role", "post_role"])
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", spaceSlug)
    .executeTakeFirst();
  if (space?.id === thread.space_id) return space.id;
  const to = space && {
    kind: thread.kind,
    readRole: space.read_role,
    postRole: space.post_role,
  };
  if (!to || !can(ctx.actor, "thread.move", { ...threadSubject(thread), to })) {
    throw new InvalidError({ spaceSlug: { key: "error.unknownSpace" } });
  }
  return space.id;
}

/**
 * Moves a thread to a space in which the mover may post; the pin stays behind, and the same space
 * again changes nothing. Throws InvalidError (spaceSlug), NotFoundError, SignInNeededError,
 * ForbiddenError.
 */
export async function moveThread(
  ctx: Ctx,
  input: { threadId: number; spaceSlug: string },
): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.move", threadSubject(thread));
    const to = await placeToMove(tx, ctx, thread, input.spaceSlug);
    if (to === thread.space_id) return threadRef(thread);
    await moveInTx(tx, ctx, { threadId: thread.id, from: thread.space_id, to });
    return threadRef(thread);
  });
}
