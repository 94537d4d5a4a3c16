import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { LoadedThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";
import { loadPair, targetId } from "./tending/load-pair.server.ts";

export type MergeIdea = {
  threadId: number;
  /** The other idea as typed: its number, or an address of it. */
  target: string;
};

/** "I want this" goes along: nobody twice, and not for whoever suggested the other idea. */
async function moveSameHere(tx: Tx, communityId: number, from: LoadedThread, to: LoadedThread) {
  await sql`
    insert into same_here (community_id, thread_id, member_id, created_at)
    select community_id, ${to.id}, member_id, created_at from same_here
    where community_id = ${communityId} and thread_id = ${from.id}
      and member_id is distinct from ${to.author_id}::bigint
    on conflict do nothing
  `.execute(tx);
  await tx
    .deleteFrom("same_here")
    .where("community_id", "=", communityId)
    .where("thread_id", "=", from.id)
    .execute();
  await sql`
    update thread t set same_here_count = (select count(*) from same_here s
      where s.community_id = t.community_id and s.thread_id = t.id)
    where t.community_id = ${communityId} and t.id in (${from.id}, ${to.id})
  `.execute(tx);
}

/**
 * Makes one idea of two: who wanted this one wants the other, its address leads there, and it takes
 * nothing more. Again changes nothing. Throws InvalidError (target), ConflictError when it was merged
 * elsewhere, NotFoundError, SignInNeededError, ForbiddenError. Gives the other idea.
 */
export async function mergeIdea(ctx: Ctx, input: MergeIdea): Promise<ThreadRef> {
  const communityId = ctx.community.id;
  const intoId = targetId(input.target, { key: "idea.targetMissing" });
  return inTransaction(ctx.db, async (tx) => {
    const { thread, into } = await loadPair(tx, ctx, input.threadId, intoId);
    assertCan(ctx.actor, "idea.merge", { ...threadSubject(thread), merged: false });
    if (intoId === thread.id) throw new InvalidError({ target: { key: "idea.targetItself" } });
    if (into && thread.merged_into === into.id) return threadRef(into);
    if (thread.merged_into !== null) {
      throw new ConflictError("already_merged", { key: "idea.alreadyMerged" });
    }
    if (!into || !can(ctx.actor, "idea.merge", threadSubject(into))) {
      throw new InvalidError({ target: { key: "idea.targetMissing" } });
    }
    await moveSameHere(tx, communityId, thread, into);
    // What was merged into this one before follows, so that an address never leads on twice.
    await tx
      .updateTable("thread")
      .set({ merged_into: into.id })
      .where("community_id", "=", communityId)
      .where((eb) => eb.or([eb("id", "=", thread.id), eb("merged_into", "=", thread.id)]))
      .execute();
    await tx
      .updateTable("thread")
      .set({ merged_at: ctx.now, pinned: false })
      .where("community_id", "=", communityId)
      .where("id", "=", thread.id)
      .execute();
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "idea.merged",
      payload: { threadId: thread.id, intoId: into.id },
    });
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "same_here.changed",
      payload: { threadId: into.id },
    });
    return threadRef(into);
  });
}
