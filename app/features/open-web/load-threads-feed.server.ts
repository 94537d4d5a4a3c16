import { findTag } from "#app/features/threads/find-tag.server.ts";
import { findFaceted } from "#app/features/threads/searching/find-faceted.server.ts";
import { searchHref, type SearchChoice } from "#app/features/threads/searching/search-address.ts";
import { threadHref } from "#app/features/threads/thread-view.ts";
import { visibleThreads } from "#app/features/threads/visible-to.server.ts";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { FeedContent, FeedEntry } from "./write-atom.ts";

const ENTRIES = 30;

/** What a feed is of: everything, a space, a tag, or what a search finds. */
export type FeedOf = {
  spaceSlug?: string;
  tagSlug?: string;
  query?: string;
  choice?: SearchChoice;
};

function threadsOf(ctx: Ctx) {
  return visibleThreads(ctx)
    .innerJoin("post as opening", (join) =>
      join
        .onRef("opening.community_id", "=", "thread.community_id")
        .onRef("opening.id", "=", "thread.opening_post_id"),
    )
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "thread.community_id")
        .onRef("author.id", "=", "thread.author_id"),
    )
    .where("thread.state", "=", "published")
    .where("thread.merged_into", "is", null)
    .select(["thread.id", "thread.slug", "thread.title", "thread.created_at"])
    .select(["thread.last_activity_at", "opening.html", "opening.source_author"])
    .select(["author.name", "author.handle"])
    .orderBy("thread.last_activity_at", "desc")
    .orderBy("thread.id", "desc")
    .limit(ENTRIES);
}

type Row = Awaited<ReturnType<ReturnType<typeof threadsOf>["execute"]>>[number];

function entryOf(ctx: Ctx, row: Row): FeedEntry {
  return {
    id: `/t/${row.id}`,
    path: threadHref(row.id, row.slug),
    title: row.title,
    html: row.html,
    author: {
      name: row.name ?? row.source_author ?? ctx.t("common.formerMember"),
      handle: row.handle,
    },
    published: row.created_at,
    updated: row.last_activity_at,
  };
}

async function spaceFeed(ctx: Ctx, slug: string) {
  const space = (await listSpaces(ctx)).find((one) => one.slug === slug);
  if (!space) throw new NotFoundError();
  return {
    title: `${space.name} · ${ctx.community.name}`,
    description: space.description,
    path: `/s/${slug}`,
    self: `/s/${slug}/feed.atom`,
    rows: await threadsOf(ctx).where("space.slug", "=", slug).execute(),
  };
}

async function tagFeed(ctx: Ctx, slug: string) {
  const tag = await findTag(ctx, slug);
  const path = `/tag/${encodeURIComponent(slug)}`;
  const rows = await threadsOf(ctx)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("thread_tag")
          .innerJoin("tag", (join) =>
            join
              .onRef("tag.community_id", "=", "thread_tag.community_id")
              .onRef("tag.id", "=", "thread_tag.tag_id"),
          )
          .select("tag.id")
          .where("thread_tag.community_id", "=", ctx.community.id)
          .whereRef("thread_tag.thread_id", "=", "thread.id")
          .where("tag.slug", "=", slug),
      ),
    )
    .execute();
  const title = `${ctx.t("community.tagTitle", { name: tag.name })} · ${ctx.community.name}`;
  return { title, description: "", path, self: `${path}/feed.atom`, rows };
}

async function searchFeed(ctx: Ctx, query: string, choice: SearchChoice) {
  const found = query === "" ? [] : (await findFaceted(ctx, { query, choice })).hits;
  const ids = found.slice(0, ENTRIES).map(({ thread }) => thread.id);
  const ask = { query, choice, sort: "best", page: 1 } as const;
  return {
    title: `${ctx.t("community.searchFor", { query })} · ${ctx.community.name}`,
    description: "",
    path: searchHref(ask),
    self: searchHref(ask, "/search.atom"),
    rows: ids.length === 0 ? [] : await threadsOf(ctx).where("thread.id", "in", ids).execute(),
  };
}

/**
 * Threads as a feed, those last active first, 30 at most: what a guest may see, in the community's
 * language, whoever asks.
 * Throws NotFoundError for a space or tag that isn't there for guests.
 */
export async function loadThreadsFeed(asked: Ctx, of: FeedOf): Promise<FeedContent> {
  const { name, tagline, locale } = asked.community;
  const ctx: Ctx = { ...asked, actor: GUEST, t: translatorOf(locale) };
  const { rows, ...feed } =
    of.spaceSlug !== undefined
      ? await spaceFeed(ctx, of.spaceSlug)
      : of.tagSlug !== undefined
        ? await tagFeed(ctx, of.tagSlug)
        : of.query !== undefined
          ? await searchFeed(ctx, of.query, of.choice ?? {})
          : {
              title: name,
              description: tagline,
              path: "/",
              self: "/feed.atom",
              rows: await threadsOf(ctx).execute(),
            };
  return { ...feed, language: locale, entries: rows.map((row) => entryOf(ctx, row)) };
}
