import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchView } from "#app/features/threads/searching/search-view.tsx";
import { searchThreads } from "#app/features/threads/searching/search-threads.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

const MAX_QUERY = 200;

export const loader = page(async (ctx) => {
  const given = new URL(ctx.request.url).searchParams.get("q") ?? "";
  const query = given.trim().slice(0, MAX_QUERY);
  return {
    query,
    threads: query === "" ? null : await searchThreads(ctx, query),
    title: ctx.t("community.searchTitle"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const words = new URLSearchParams({ q: data.query }).toString();
  const feed = { path: `/search.atom?${words}`, title: `${data.title}: ${data.query}` };
  return pageMeta(matches, {
    title: data.title,
    noindex: true,
    feed: data.query === "" ? undefined : feed,
  });
};

export default function Search() {
  const { query, threads } = useLoaderData<typeof loader>();
  return <SearchView query={query} threads={threads} />;
}
