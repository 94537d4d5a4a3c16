import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { threadRef, type ThreadRef } from "#app/features/threads/post-ref.ts";
import { threadSubject } from "#app/features/threads/subjects.ts";
import { loadPair, targetId } from "#app/features/threads/tending/load-pair.server.ts";
import { checkedTarget } from "#app/features/threads/tending/mark-duplicate.server.ts";
import { readReason, WRITE_LIMITS } from "#app/features/threads/write-rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, TooManyError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertItem, type NewItem } from "./insert-item.server.ts";
import { loadReviewSettings } from "./load-settings.server.ts";

const MOST_A_DAY = 10;
const DAY = 86_400_000;

/** Throws ForbiddenError where it isn't theirs to propose, ConflictError for what is closed already. */
async function assertProposes(tx: Tx, ctx: Ctx, thread: Awaited<ReturnType<typeof loadThread>>) {
  requireMember(ctx);
  const subject = threadSubject(thread);
  assertCan(ctx.actor, "thread.propose", subject);
  if (thread.state !== "published" || subject.locked) {
    throw new ConflictError("closed", { key: "review.closedAlready" });
  }
  const author = await tx
    .selectFrom("member")
    .select("role")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.author_id ?? 0)
    .executeTakeFirst();
  if (isStaff(author?.role ?? "guest")) throw new ForbiddenError();
}

async function propose(tx: Tx, ctx: Ctx, item: NewItem): Promise<void> {
  const settings = await loadReviewSettings(tx, ctx.community.id);
  if (!settings[item.kind].enabled) {
    throw new ConflictError("review_off", { key: "review.proposalsOff" });
  }
  const { made } = await tx
    .selectFrom("review_item")
    .select((eb) => eb.fn.countAll<number>().as("made"))
    .where("community_id", "=", ctx.community.id)
    .where("proposed_by", "=", ctx.actor.id)
    .where("kind", "in", ["close", "duplicate"])
    .where("created_at", ">", new Date(ctx.now.getTime() - DAY))
    .executeTakeFirstOrThrow();
  if (made >= MOST_A_DAY) {
    throw new TooManyError(DAY / 1_000, "proposals", {
      key: "review.tooManyProposals",
      params: { max: MOST_A_DAY },
    });
  }
  // Proposed by another meanwhile: that is what this was for.
  await insertItem(tx, ctx, item);
}

/**
 * Proposes that a thread takes no more answers; members who review decide. Throws InvalidError
 * (reason), ConflictError, TooManyError, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function proposeClose(
  ctx: Ctx,
  input: { threadId: number; reason: string },
): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    await assertProposes(tx, ctx, thread);
    const reason = readReason(input.reason, { max: WRITE_LIMITS.reason, required: true });
    await propose(tx, ctx, {
      kind: "close",
      threadId: thread.id,
      authorId: thread.author_id,
      proposedBy: ctx.actor.id,
      reason,
    });
    return threadRef(thread);
  });
}

/**
 * Proposes that another question answers this one; members who review decide. Throws InvalidError
 * (target), ConflictError, TooManyError, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function proposeDuplicate(
  ctx: Ctx,
  input: { threadId: number; target: string },
): Promise<ThreadRef> {
  const intoId = targetId(input.target, { key: "powers.targetMissing" });
  return inTransaction(ctx.db, async (tx) => {
    const { thread, into: given } = await loadPair(tx, ctx, input.threadId, intoId);
    await assertProposes(tx, ctx, thread);
    if (thread.kind !== "question") throw new ForbiddenError();
    if (intoId === thread.id) throw new InvalidError({ target: { key: "powers.targetItself" } });
    const into = checkedTarget(ctx, thread, given);
    await propose(tx, ctx, {
      kind: "duplicate",
      threadId: thread.id,
      targetId: into.id,
      authorId: thread.author_id,
      proposedBy: ctx.actor.id,
    });
    return threadRef(thread);
  });
}

export type ProposePage = { title: string; href: string; duplicate: boolean };

/** The page to propose on. Throws as the proposals do. */
export async function getProposePage(ctx: Ctx, threadId: number): Promise<ProposePage> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, threadId);
    await assertProposes(tx, ctx, thread);
    return {
      title: thread.title,
      href: threadRef(thread).href,
      duplicate: thread.kind === "question",
    };
  });
}
