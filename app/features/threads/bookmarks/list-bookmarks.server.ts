import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import { excerpt } from "../rich-text/document-to-text.ts";
import { stateKeyOf, threadHref, type ThreadStateKey } from "../thread-view.ts";
import { isStamp, stampText } from "../time-cursor.ts";
import { visibleThreads } from "../visible-to.server.ts";

export type BookmarkItem = {
  postId: number;
  href: string;
  threadTitle: string;
  stateKey: ThreadStateKey;
  /** How the post begins. */
  excerpt: string;
  author: string | null;
  at: TimeText;
};

const A_PAGE = 20;
const EXCERPT_LENGTH = 200;

/**
 * The actor's bookmarks that they may still read, newest first, and the cursor of the next page. One
 * query. Throws SignInNeededError.
 */
export async function listBookmarks(
  ctx: Ctx,
  input: { cursor: string | null },
): Promise<{ items: BookmarkItem[]; next: string | null }> {
  const actor = requireMember(ctx);
  const cursor = decodeCursor(input.cursor);
  let query = visibleThreads(ctx)
    .innerJoin("post", (join) =>
      join
        .onRef("post.community_id", "=", "thread.community_id")
        .onRef("post.thread_id", "=", "thread.id"),
    )
    .innerJoin("bookmark", (join) =>
      join
        .onRef("bookmark.community_id", "=", "post.community_id")
        .onRef("bookmark.post_id", "=", "post.id"),
    )
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "post.community_id")
        .onRef("author.id", "=", "post.author_id"),
    )
    .where("bookmark.member_id", "=", actor.id)
    .where("post.state", "=", "published")
    .select(["post.id as post_id", "post.kind as post_kind", "post.text", "author.name"])
    .select(["thread.id", "thread.slug", "thread.title", "thread.kind", "thread.state"])
    .select(["thread.accepted_post_id", "thread.official_post_id", "thread.locked_at"])
    .select(["thread.answer_count", "thread.idea_status", "post.created_at"])
    .select(stampText("bookmark.created_at").as("stamp"))
    .orderBy("bookmark.created_at", "desc")
    .orderBy("bookmark.post_id", "desc")
    .limit(A_PAGE + 1);
  if (cursor && isStamp(cursor.value)) {
    query = query.where(
      sql<boolean>`(bookmark.created_at, bookmark.post_id) < (${cursor.value}::timestamptz, ${cursor.id})`,
    );
  }
  const page = pageOf(await query.execute(), A_PAGE, (row): Cursor => ({
    value: row.stamp,
    id: row.post_id,
  }));
  return {
    items: page.rows.map((row) => ({
      postId: row.post_id,
      href:
        row.post_kind === "opening"
          ? threadHref(row.id, row.slug)
          : `${threadHref(row.id, row.slug)}?post=${row.post_id}#post-${row.post_id}`,
      threadTitle: row.title,
      stateKey: stateKeyOf(row),
      excerpt: excerpt(row.text, EXCERPT_LENGTH),
      author: row.name,
      at: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    })),
    next: page.next,
  };
}
