import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LookedForView } from "#app/features/insights/components/looked-for-view.tsx";
import { getLookedFor, listOf } from "#app/features/insights/get-looked-for.server.ts";
import { periodOf } from "#app/features/insights/log/periods.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** What people look for, for staff. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const number = Number(query.get("page"));
  return {
    found: await getLookedFor(ctx, {
      days: periodOf(query.get("days")),
      list: listOf(query.get("list")),
      page: Number.isSafeInteger(number) ? number : 1,
    }),
    saved: query.has("saved"),
    title: ctx.t("lookedFor.title"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function WhatPeopleLookFor() {
  const { found, saved } = useLoaderData<typeof loader>();
  return <LookedForView page={found} saved={saved} />;
}
