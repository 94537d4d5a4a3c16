import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getGuidelineHistory } from "#app/features/guidelines/get-proposals.server.ts";
import { GuidelineHistoryView } from "#app/features/guidelines/proposals-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  versions: await getGuidelineHistory(ctx),
  title: ctx.t("guidelines.historyTitle"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, path: "/guidelines/history" }) : [];

export default function GuidelineHistory() {
  return <GuidelineHistoryView versions={useLoaderData<typeof loader>().versions} />;
}
