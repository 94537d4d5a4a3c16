import type { Ctx } from "#app/lib/ctx.ts";
import { ANSWERS_A_PAGE } from "./load-thread-posts.server.ts";
import { threadHref } from "./thread-view.ts";
import { visiblePost, visibleThreads } from "./visible-to.server.ts";

/** Replies that a page shows for certain, whatever answer they are under. */
const ALWAYS_SHOWN = 50;

/**
 * The address that shows a post: its thread with `#post-ID`, and with `?post=ID` where the post may
 * stand on a later page. `null` when there is no such post for the actor.
 */
export async function findPostAddress(ctx: Ctx, postId: number): Promise<string | null> {
  const row = await visibleThreads(ctx)
    .innerJoin("post", (join) =>
      join
        .onRef("post.community_id", "=", "thread.community_id")
        .onRef("post.thread_id", "=", "thread.id"),
    )
    .where("post.id", "=", postId)
    .where(visiblePost(ctx.actor, "post"))
    .select(["thread.id", "thread.slug", "thread.answer_count", "thread.reply_count"])
    .executeTakeFirst();
  if (!row) return null;
  // Hidden answers take a place on a page but aren't counted, hence the wide margin.
  const onePage = row.answer_count < ANSWERS_A_PAGE / 2 && row.reply_count < ALWAYS_SHOWN / 2;
  const query = onePage ? "" : `?post=${postId}`;
  return `${threadHref(row.id, row.slug)}${query}#post-${postId}`;
}
