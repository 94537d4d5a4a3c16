import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { findTag } from "#app/features/threads/find-tag.server.ts";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const tag = await findTag(ctx, params.tagSlug ?? "");
  const threads = await listThreads(ctx, { list, tagSlug: tag.slug, cursor: query.get("after") });
  return { list, threads, tag, brand: ctx.community.name };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.tag.name} · ${data.brand}` }] : [];

export default function Tag() {
  const { list, threads, tag } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <ListPage
      title={t("community.tagTitle", { name: tag.name })}
      path={`/tag/${encodeURIComponent(tag.slug)}`}
      list={list}
      threads={threads}
    />
  );
}
