import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryView } from "#app/features/threads/components/history-view.tsx";
import { getPostHistory } from "#app/features/threads/get-post-history.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => ({
  history: await getPostHistory(ctx, { postId: positiveId(params.postId) }),
  title: `${ctx.t("history.title")} · ${ctx.community.name}`,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: "robots", content: "noindex" }] : [];

export default function History() {
  return <HistoryView history={useLoaderData<typeof loader>().history} />;
}
