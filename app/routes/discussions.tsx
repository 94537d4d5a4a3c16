import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const threads = await listThreads(ctx, { list, kind: "discussion", cursor: query.get("after") });
  return {
    list,
    threads,
    title: ctx.t("community.discussionsTitle"),
    variant: query.has("list") || query.has("after"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, path: "/discussions", noindex: data.variant }) : [];

export default function Discussions() {
  const { list, threads } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <ListPage
      title={t("community.discussionsTitle")}
      lead={t("community.discussionsLead")}
      path="/discussions"
      list={list}
      threads={threads}
    />
  );
}
