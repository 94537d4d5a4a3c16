import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ContentState, PostKind } from "#db/schema-threads.ts";

export type Publishable = {
  id: number;
  thread_id: number;
  kind: PostKind;
  state: ContentState;
  created_at: Date;
};

/**
 * Makes a post visible and counts it; the caller holds the thread's row. With `withdrawPost` the only
 * place that changes who sees a post. Quiet for one that is published already.
 */
export async function publishPost(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  post: Publishable,
): Promise<void> {
  if (post.state === "published") return;
  const communityId = ctx.community.id;
  const shown = sql`update post set state = 'published', state_reason = '', state_by = null, state_at = null
    where community_id = ${communityId} and id = ${post.id}`;
  if (post.kind === "opening") {
    await shown.execute(tx);
    return;
  }
  const isAnswer = post.kind === "answer";
  await sql`
    with shown as (${shown})
    update thread set
      reply_count = reply_count + 1,
      answer_count = answer_count + ${isAnswer ? 1 : 0},
      first_answer_at = case when ${isAnswer}
        then least(coalesce(first_answer_at, ${post.created_at}::timestamptz), ${post.created_at}::timestamptz)
        else first_answer_at end,
      last_activity_at = greatest(last_activity_at, ${post.created_at}::timestamptz)
    where community_id = ${communityId} and id = ${post.thread_id}
  `.execute(tx);
  const fact = {
    communityId,
    actorId: ctx.actor.id,
    payload: { threadId: post.thread_id, postId: post.id },
  };
  // A held post is new to everybody; one that comes back was told of before.
  if (post.state !== "held") await publish(tx, { ...fact, type: "post.state_changed" });
  else if (isAnswer) await publish(tx, { ...fact, type: "answer.published" });
  else await publish(tx, { ...fact, type: "reply.published" });
}
