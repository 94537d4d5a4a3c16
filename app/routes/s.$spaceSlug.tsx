import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { FollowButton } from "#app/features/threads/components/follow-button.tsx";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { isFollowing } from "#app/features/threads/following/is-following.server.ts";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { can } from "#app/features/members/policy.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { KnowsBlock } from "#app/features/reputation/expertise/knows-block.tsx";
import { peopleOfPlace } from "#app/features/reputation/expertise/people-of-place.server.ts";
import { Rail } from "#app/ui/rail.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const spaces = await listSpaces(ctx);
  const space = spaces.find(({ slug }) => slug === params.spaceSlug);
  if (!space) throw new NotFoundError();
  const threads = await listThreads(ctx, {
    list,
    spaceSlug: space.slug,
    cursor: query.get("after"),
  });
  const follows = await isFollowing(ctx, "space", space.slug);
  const people = await peopleOfPlace(ctx, "space", space.slug);
  const variant = query.has("list") || query.has("after");
  const defines = can(ctx.actor, "space.defineFields", null);
  const brand = ctx.community.name;
  return { list, threads, space, follows, people, brand, defines, variant };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.space.name,
        description: data.space.description,
        path: `/s/${data.space.slug}`,
        noindex: data.variant,
        feed: { path: `/s/${data.space.slug}/feed.atom`, title: data.space.name },
      })
    : [];

export default function Space() {
  const t = useT();
  const { list, threads, space, follows, people, brand, defines } = useLoaderData<typeof loader>();
  return (
    <ListPage
      title={space.name}
      lead={space.description}
      path={`/s/${space.slug}`}
      list={list}
      threads={threads}
      hideSpace
      rail={
        people.length > 0 ? (
          <Rail label={t("seen.knowsAbout", { name: space.name })}>
            <KnowsBlock
              people={people}
              about={space.name}
              brand={brand}
              boardHref={`/leaderboard?space=${space.slug}`}
            />
          </Rail>
        ) : undefined
      }
      actions={
        <>
          {defines ? (
            <ButtonLink href={`/s/${space.slug}/fields`}>{t("ask.fieldsLink")}</ButtonLink>
          ) : null}
          <FollowButton kind="space" subject={space.slug} name={space.name} on={follows} />
        </>
      }
    />
  );
}
