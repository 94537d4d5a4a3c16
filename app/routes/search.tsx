import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { getSearchPage } from "#app/features/threads/searching/get-search-page.server.ts";
import { takeHanded, type SearchData } from "#app/features/threads/searching/handed-page.ts";
import { readSearch, searchHref } from "#app/features/threads/searching/search-address.ts";
import { SearchView } from "#app/features/threads/searching/search-view.tsx";
import { networkOf } from "#app/http/network-of.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx): Promise<SearchData> => {
  const params = new URL(ctx.request.url).searchParams;
  const typing = params.get("live") === "typing";
  if (typing) {
    await limit(ctx, "suggestSearch", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
  }
  const ask = readSearch(params);
  return {
    page: await getSearchPage(ctx, {
      ...ask,
      typing,
      replaces: params.get("replaces"),
    }),
    title: ctx.t("community.searchTitle"),
  };
});

/**
 * Gives what was loaded already while somebody typed. What fails then changes nothing: the next letter
 * tries again.
 */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const asked = new URL(request.url);
  const handed = takeHanded(asked);
  if (handed) return handed;
  if (!asked.searchParams.has("live")) return serverLoader<SearchData>();
  try {
    return await serverLoader<SearchData>();
  } catch {
    return { page: null, title: "" } satisfies SearchData;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data?.page) return [];
  const { ask } = data.page;
  const { query } = ask;
  const name = query === "" ? data.title : `${query} · ${data.title}`;
  const words = searchHref({ ...ask, sort: "best", page: 1 }, "/search.atom");
  return pageMeta(matches, {
    title: name,
    noindex: true,
    feed: query === "" ? undefined : { path: words, title: `${data.title}: ${query}` },
  });
};

export default function Search() {
  const { page: found } = useLoaderData<typeof loader>();
  return found ? <SearchView page={found} /> : null;
}
