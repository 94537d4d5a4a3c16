import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeView } from "#app/features/threads/components/home-view.tsx";
import { getHome } from "#app/features/threads/get-home.server.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const home = await getHome(ctx, { list: query.get("list"), cursor: query.get("after") });
  return { home, brand: ctx.community.name, tagline: ctx.community.tagline };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.tagline === "" ? data.brand : `${data.brand} · ${data.tagline}` },
        { name: "description", content: data.tagline },
        { tagName: "link", rel: "canonical", href: "/" },
      ]
    : [];

export default function Home() {
  const { home, brand } = useLoaderData<typeof loader>();
  return <HomeView home={home} brand={brand} />;
}
