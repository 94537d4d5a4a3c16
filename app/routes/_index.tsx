import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/features/threads/components/home-view.tsx";
import { getHome } from "#app/features/threads/get-home.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const home = await getHome(ctx, { list: query.get("list"), cursor: query.get("after") });
  return {
    home,
    brand: ctx.community.name,
    tagline: ctx.community.tagline,
    variant: query.has("list") || query.has("after"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.tagline === "" ? data.brand : `${data.brand} · ${data.tagline}`,
        alone: true,
        description: data.tagline,
        path: "/",
        noindex: data.variant,
        feed: { path: "/feed.atom", title: data.brand },
      })
    : [];

export default function Home() {
  const { home, brand } = useLoaderData<typeof loader>();
  return <HomeView home={home} brand={brand} />;
}
