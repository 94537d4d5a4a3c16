import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";

export type SameHere = { threadId: number; on: boolean };

/** Sets or takes back the actor's "same here"; true when that changed something. */
async function setSameHere(tx: Tx, ctx: Ctx, { threadId, on }: SameHere): Promise<boolean> {
  const memberId = ctx.actor.id;
  if (memberId === null) throw new SignInNeededError();
  if (on) {
    const added = await tx
      .insertInto("same_here")
      .values({
        community_id: ctx.community.id,
        thread_id: threadId,
        member_id: memberId,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("member_id")
      .execute();
    return added.length > 0;
  }
  const removed = await tx
    .deleteFrom("same_here")
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", threadId)
    .where("member_id", "=", memberId)
    .returning("member_id")
    .execute();
  return removed.length > 0;
}

/**
 * The actor has the same question (or wants the same idea), or no longer; the same again changes
 * nothing. Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function sameHere(ctx: Ctx, input: SameHere): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.sameHere", threadSubject(thread));
    if (!(await setSameHere(tx, ctx, input))) return threadRef(thread);
    await tx
      .updateTable("thread")
      .set({ same_here_count: sql<number>`same_here_count + ${input.on ? 1 : -1}` })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "same_here.changed",
      payload: { threadId: thread.id },
    });
    return threadRef(thread);
  });
}
