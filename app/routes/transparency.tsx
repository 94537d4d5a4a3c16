import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getTransparency } from "#app/features/moderation/transparency/get-transparency.server.ts";
import { TransparencyView } from "#app/features/moderation/transparency/transparency-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** How the team decides, for everybody. */
export const loader = page(async (ctx) => ({
  page: await getTransparency(ctx, {
    month: new URL(ctx.request.url).searchParams.get("month"),
  }),
  title: ctx.t("transparency.title"),
  description: ctx.t("transparency.lead"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.description,
        path: "/transparency",
      })
    : [];

export default function TransparencyPage() {
  return <TransparencyView page={useLoaderData<typeof loader>().page} />;
}
