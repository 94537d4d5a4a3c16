import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "#app/features/threads/components/list-page.tsx";
import { IDEA_STATUSES, ideaStatusOf } from "#app/features/threads/idea-status.ts";
import { listNameOf } from "#app/features/threads/list-name.ts";
import { listThreads } from "#app/features/threads/list-threads.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const list = listNameOf(query.get("list"));
  const status = ideaStatusOf(query.get("status"));
  const threads = await listThreads(ctx, {
    list,
    kind: "idea",
    ideaStatus: status,
    cursor: query.get("after"),
  });
  return {
    list,
    status: status ?? null,
    threads,
    title: ctx.t("community.ideasTitle"),
    description: ctx.t("community.ideasLead"),
    variant: query.has("list") || query.has("after") || query.has("status"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.description,
        path: "/ideas",
        noindex: data.variant,
      })
    : [];

export default function Ideas() {
  const { list, status, threads } = useLoaderData<typeof loader>();
  const t = useT();
  const order: Record<string, string> = list === "latest" ? {} : { list };
  const address = (of: Record<string, string>) => {
    const query = new URLSearchParams(of).toString();
    return query === "" ? "/ideas" : `/ideas?${query}`;
  };
  return (
    <ListPage
      title={t("community.ideasTitle")}
      lead={t("community.ideasLead")}
      path="/ideas"
      query={status === null ? {} : { status }}
      list={list}
      threads={threads}
      filters={
        <FilterChips
          label={t("idea.filterLabel")}
          items={[
            { href: address(order), label: t("idea.all"), current: status === null },
            ...IDEA_STATUSES.map((value) => ({
              href: address({ status: value, ...order }),
              label: t(`idea.${value}`),
              current: value === status,
            })),
          ]}
        />
      }
    />
  );
}
