import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { assertVotesLeft } from "./votes-a-day.server.ts";

export type VoteHelpful = { postId: number; on: boolean };

/** Whether the actor's vote stands already; the post's lock makes it true until the commit. */
async function hasVoted(tx: Tx, ctx: Ctx, postId: number): Promise<boolean> {
  const vote = await tx
    .selectFrom("vote")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "=", postId)
    .where("member_id", "=", ctx.actor.id)
    .executeTakeFirst();
  return vote !== undefined;
}

/** Sets or takes back the actor's vote; true when that changed something. */
async function setVote(tx: Tx, ctx: Ctx, { postId, on }: VoteHelpful): Promise<boolean> {
  const communityId = ctx.community.id;
  if (on) {
    if (await hasVoted(tx, ctx, postId)) return false;
    await assertVotesLeft(tx, ctx);
    const added = await tx
      .insertInto("vote")
      .values({
        community_id: communityId,
        post_id: postId,
        member_id: ctx.actor.id,
        created_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict.columns(["community_id", "post_id", "member_id"]).doNothing(),
      )
      .returning("id")
      .execute();
    return added.length > 0;
  }
  const removed = await tx
    .deleteFrom("vote")
    .where("community_id", "=", communityId)
    .where("post_id", "=", postId)
    .where("member_id", "=", ctx.actor.id)
    .returning("id")
    .execute();
  return removed.length > 0;
}

/**
 * The actor finds a post helpful, or no longer does; the same again changes nothing.
 * Throws NotFoundError, SignInNeededError, ForbiddenError, TooManyError after the votes of a day.
 */
export async function voteHelpful(ctx: Ctx, input: VoteHelpful): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.vote", post.subject);
    if (!(await setVote(tx, ctx, input))) return postRef(post);
    const step = input.on ? 1 : -1;
    await tx
      .updateTable("post")
      .set({ helpful_count: sql<number>`helpful_count + ${step}` })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", post.id)
      .execute();
    if (post.kind === "opening") {
      await tx
        .updateTable("thread")
        .set({ helpful_count: sql<number>`helpful_count + ${step}` })
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", post.thread_id)
        .execute();
    }
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "vote.changed",
      payload: { threadId: post.thread_id, postId: post.id },
    });
    return postRef(post);
  });
}
