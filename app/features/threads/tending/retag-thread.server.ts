import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { chooseTags } from "../choose-tags.server.ts";
import { loadThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

export type RetagThread = {
  threadId: number;
  /** Slugs or names. */
  tags: string[];
};

async function tagsOfThread(tx: Tx, communityId: number, threadId: number) {
  return tx
    .selectFrom("thread_tag")
    .innerJoin("tag", (join) =>
      join
        .onRef("tag.community_id", "=", "thread_tag.community_id")
        .onRef("tag.id", "=", "thread_tag.tag_id"),
    )
    .where("thread_tag.community_id", "=", communityId)
    .where("thread_tag.thread_id", "=", threadId)
    .select(["tag.id", "tag.slug"])
    .orderBy("tag.slug")
    .execute();
}

/** Gives a thread whose row the caller holds the tags of these ids; the same again change nothing. */
export async function retagInTx(
  tx: Tx,
  ctx: Ctx,
  { threadId, wanted }: { threadId: number; wanted: number[] },
): Promise<void> {
  const communityId = ctx.community.id;
  const before = await tagsOfThread(tx, communityId, threadId);
  const gone = before.filter(({ id }) => !wanted.includes(id)).map(({ id }) => id);
  const added = wanted.filter((id) => !before.some((tag) => tag.id === id));
  if (gone.length === 0 && added.length === 0) return;
  if (gone.length > 0) {
    await tx
      .deleteFrom("thread_tag")
      .where("community_id", "=", communityId)
      .where("thread_id", "=", threadId)
      .where("tag_id", "in", gone)
      .execute();
  }
  if (added.length > 0) {
    await tx
      .insertInto("thread_tag")
      .values(added.map((tag_id) => ({ community_id: communityId, thread_id: threadId, tag_id })))
      .execute();
  }
  const after = await tagsOfThread(tx, communityId, threadId);
  await noteChange(tx, ctx, {
    threadId: threadId,
    kind: "tags",
    before: before.map(({ slug }) => slug),
    after: after.map(({ slug }) => slug),
  });
  await publish(tx, {
    communityId,
    actorId: ctx.actor.id,
    type: "thread.retagged",
    payload: { threadId: threadId, tagIds: [...gone, ...added] },
  });
}

/**
 * Gives a thread other tags; the same again change nothing. Throws InvalidError (tags),
 * NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function retagThread(ctx: Ctx, input: RetagThread): Promise<ThreadRef> {
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.retag", threadSubject(thread));
    const wanted = await chooseTags(tx, ctx, input.tags);
    await retagInTx(tx, ctx, { threadId: thread.id, wanted });
    return threadRef(thread);
  });
}
