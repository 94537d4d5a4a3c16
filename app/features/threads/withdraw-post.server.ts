import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { clearAccepted, clearOfficial } from "./answer-pointers.server.ts";
import type { LoadedPost } from "./load-post.server.ts";

export type Withdrawal = { to: "hidden" | "deleted" | "held"; reason: string };

/** Counts what is left of a thread after an answer or reply went, from the rows. */
async function uncount(tx: Tx, communityId: number, post: LoadedPost): Promise<void> {
  await sql`
    update thread set
      reply_count = reply_count - 1,
      answer_count = answer_count - ${post.kind === "answer" ? 1 : 0},
      first_answer_at = (select min(left_over.created_at) from post left_over
        where left_over.community_id = thread.community_id and left_over.thread_id = thread.id
          and left_over.kind = 'answer' and left_over.state = 'published'),
      last_activity_at = coalesce((select max(left_over.created_at) from post left_over
        where left_over.community_id = thread.community_id and left_over.thread_id = thread.id
          and left_over.state = 'published'), created_at)
    where community_id = ${communityId} and id = ${post.thread_id}
  `.execute(tx);
}

/**
 * Takes an answer or reply out of sight, with its counts and what points at it; the caller holds the
 * rows of thread and post. With `publishPost` the only place that changes who sees a post.
 */
export async function withdrawPost(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  post: LoadedPost,
  { to, reason }: Withdrawal,
): Promise<void> {
  const communityId = ctx.community.id;
  await tx
    .updateTable("post")
    .set({ state: to, state_reason: reason, state_by: ctx.actor.id, state_at: ctx.now })
    .where("community_id", "=", communityId)
    .where("id", "=", post.id)
    .execute();
  if (post.state === "published") {
    if (post.thread.official_post_id === post.id) await clearOfficial(tx, ctx, post.thread);
    if (post.thread.accepted_post_id === post.id) await clearAccepted(tx, ctx, post.thread);
    await uncount(tx, communityId, post);
  }
  await publish(tx, {
    communityId,
    actorId: ctx.actor.id,
    type: "post.state_changed",
    payload: { threadId: post.thread_id, postId: post.id },
  });
}
