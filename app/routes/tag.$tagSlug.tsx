import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FollowButton } from "#app/features/threads/components/follow-button.tsx";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { findTag } from "#app/features/threads/find-tag.server.ts";
import { isFollowing } from "#app/features/threads/following/is-following.server.ts";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { KnowsBlock } from "#app/features/reputation/expertise/knows-block.tsx";
import { peopleOfPlace } from "#app/features/reputation/expertise/people-of-place.server.ts";
import { Rail } from "#app/ui/rail.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const tag = await findTag(ctx, params.tagSlug ?? "");
  const threads = await listThreads(ctx, { list, tagSlug: tag.slug, cursor: query.get("after") });
  const follows = await isFollowing(ctx, "tag", tag.slug);
  const people = await peopleOfPlace(ctx, "tag", tag.slug);
  return {
    list,
    threads,
    tag,
    follows,
    people,
    brand: ctx.community.name,
    title: ctx.t("community.tagTitle", { name: tag.name }),
    variant: query.has("list") || query.has("after"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const path = `/tag/${encodeURIComponent(data.tag.slug)}`;
  return pageMeta(matches, {
    title: data.title,
    path,
    noindex: data.variant,
    feed: { path: `${path}/feed.atom`, title: data.title },
  });
};

export default function Tag() {
  const t = useT();
  const { list, threads, tag, title, follows, people, brand } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={title}
      path={`/tag/${encodeURIComponent(tag.slug)}`}
      list={list}
      threads={threads}
      rail={
        people.length > 0 ? (
          <Rail label={t("seen.knowsAbout", { name: tag.name })}>
            <KnowsBlock
              people={people}
              about={tag.name}
              brand={brand}
              boardHref={`/leaderboard?tag=${encodeURIComponent(tag.slug)}`}
            />
          </Rail>
        ) : undefined
      }
      actions={<FollowButton kind="tag" subject={tag.slug} name={tag.name} on={follows} />}
    />
  );
}
