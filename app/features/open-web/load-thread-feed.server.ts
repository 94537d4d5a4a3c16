import { threadHref } from "#app/features/threads/thread-view.ts";
import { visibleThreads } from "#app/features/threads/visible-to.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { FeedContent } from "./write-atom.ts";

const ENTRIES = 50;

function loadPosts(ctx: Ctx, threadId: number) {
  return ctx.db
    .selectFrom("post")
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "post.community_id")
        .onRef("author.id", "=", "post.author_id"),
    )
    .where("post.community_id", "=", ctx.community.id)
    .where("post.thread_id", "=", threadId)
    .where("post.state", "=", "published")
    .select(["post.id", "post.kind", "post.html", "post.created_at", "post.edited_at"])
    .select(["post.source_author", "author.name", "author.handle"])
    .orderBy("post.created_at", "desc")
    .orderBy("post.id", "desc")
    .limit(ENTRIES)
    .execute();
}

/**
 * The posts of a thread as a feed, newest first, 50 at most: what a guest may see, in the
 * community's language, whoever asks.
 * Throws NotFoundError for a thread that isn't there for guests.
 */
export async function loadThreadFeed(asked: Ctx, threadId: number): Promise<FeedContent> {
  const { locale } = asked.community;
  const ctx: Ctx = { ...asked, actor: GUEST, t: translatorOf(locale) };
  const thread = await visibleThreads(ctx)
    .where("thread.id", "=", threadId)
    .where("thread.state", "=", "published")
    .select(["thread.id", "thread.slug", "thread.title"])
    .executeTakeFirst();
  if (!thread) throw new NotFoundError();
  const path = threadHref(thread.id, thread.slug);
  const posts = await loadPosts(ctx, threadId);
  return {
    title: `${thread.title} · ${ctx.community.name}`,
    description: "",
    path,
    self: `/t/${thread.id}/feed.atom`,
    language: locale,
    entries: posts.map((post) => {
      const name = post.name ?? post.source_author ?? ctx.t("common.formerMember");
      const said = ctx.t(post.kind === "reply" ? "web.feedReply" : "web.feedAnswer", { name });
      return {
        id: `/p/${post.id}`,
        path: `${path}?post=${post.id}#post-${post.id}`,
        title: post.kind === "opening" ? thread.title : said,
        html: post.html,
        author: { name, handle: post.handle },
        published: post.created_at,
        updated: post.edited_at ?? post.created_at,
      };
    }),
  };
}
