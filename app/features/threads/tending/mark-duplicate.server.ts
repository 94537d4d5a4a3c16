import { publish } from "#app/events/publish.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import { atLeast } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { LoadedThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { loadPair, targetId } from "./load-pair.server.ts";
import { noteChange } from "./note-change.server.ts";

export type MarkDuplicate = {
  threadId: number;
  /** The other question as typed: its number, or an address of it. */
  target: string;
};

/** Another question that everybody who reads this one can read. Throws InvalidError (target). */
export function checkedTarget(ctx: Ctx, thread: LoadedThread, into: LoadedThread | undefined) {
  const open = into && into.kind === "question" && into.state === "published" && !into.merged_into;
  if (!open || !can(ctx.actor, "thread.read", threadSubject(into))) {
    throw new InvalidError({ target: { key: "powers.targetMissing" } });
  }
  if (!atLeast(thread.read_role, into.read_role)) {
    throw new InvalidError({ target: { key: "powers.targetClosedSpace" } });
  }
  if (into.duplicate_of !== null) {
    throw new InvalidError({ target: { key: "powers.targetDuplicate" } });
  }
  return into;
}

/** Makes a question a duplicate of another; the caller holds both rows and has checked them. */
export async function markDuplicateInTx(
  tx: Tx,
  ctx: Ctx,
  { threadId, intoId }: { threadId: number; intoId: number },
): Promise<void> {
  const communityId = ctx.community.id;
  await tx
    .updateTable("thread")
    .set({ duplicate_of: intoId, locked_at: ctx.now, locked_reason: "" })
    .where("community_id", "=", communityId)
    .where("id", "=", threadId)
    .execute();
  // What led here leads on, so that nobody has to follow twice.
  const followers = await tx
    .updateTable("thread")
    .set({ duplicate_of: intoId })
    .where("community_id", "=", communityId)
    .where("duplicate_of", "=", threadId)
    .returning("id")
    .execute();
  for (const { id, before } of [
    { id: threadId, before: null },
    ...followers.map((row) => ({ id: row.id, before: threadId })),
  ]) {
    await noteChange(tx, ctx, { threadId: id, kind: "duplicate", before, after: intoId });
  }
  await publish(tx, {
    communityId,
    actorId: ctx.actor.id,
    type: "thread.duplicate_changed",
    payload: { threadId: threadId },
  });
}

/**
 * Closes a question because another answers it: it leads there, is still found, and takes no more
 * answers. Again changes nothing. Throws InvalidError (target), ConflictError when it is a duplicate
 * of another already, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function markDuplicate(ctx: Ctx, input: MarkDuplicate): Promise<ThreadRef> {
  const intoId = targetId(input.target, { key: "powers.targetMissing" });
  return inTransaction(ctx.db, async (tx) => {
    const { thread, into: given } = await loadPair(tx, ctx, input.threadId, intoId);
    const subject = threadSubject(thread);
    const closed = thread.duplicate_of !== null;
    assertCan(ctx.actor, "thread.markDuplicate", closed ? { ...subject, locked: false } : subject);
    if (intoId === thread.id) throw new InvalidError({ target: { key: "powers.targetItself" } });
    if (closed && thread.duplicate_of === intoId) return threadRef(thread);
    if (closed) throw new ConflictError("duplicate", { key: "powers.alreadyDuplicate" });
    const into = checkedTarget(ctx, thread, given);
    await markDuplicateInTx(tx, ctx, { threadId: thread.id, intoId: into.id });
    return threadRef(thread);
  });
}
