import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryView } from "#app/features/threads/components/history-view.tsx";
import { getPostHistory } from "#app/features/threads/get-post-history.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => ({
  history: await getPostHistory(ctx, { postId: positiveId(params.postId) }),
  title: ctx.t("history.title"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function History() {
  return <HistoryView history={useLoaderData<typeof loader>().history} />;
}
