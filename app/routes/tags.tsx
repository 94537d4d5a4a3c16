import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTags } from "#app/features/threads/list-tags.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/pill.tsx";

export const loader = page(async (ctx) => ({
  tags: await listTags(ctx),
  title: ctx.t("community.tagsTitle"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, path: "/tags" }) : [];

export default function Tags() {
  const { tags } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={t("community.tagsTitle")} lead={t("community.tagsLead")} />
      {tags.length === 0 ? <Empty title={t("community.noTags")} /> : null}
      <ul className="pl-chips">
        {tags.map((tag) => (
          <li key={tag.slug}>
            <Tag
              label={`${tag.name} ${formatNumber(t, tag.threads)}`}
              href={`/tag/${encodeURIComponent(tag.slug)}`}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
