import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DraftList } from "#app/features/threads/components/draft-list.tsx";
import { listDrafts } from "#app/features/threads/drafts/list-drafts.server.ts";
import { page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => ({
  drafts: await listDrafts(ctx),
  discarded: new URL(ctx.request.url).searchParams.has("discarded"),
  title: `${ctx.t("draft.tab")} · ${ctx.community.name}`,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Drafts() {
  const { drafts, discarded } = useLoaderData<typeof loader>();
  return <DraftList drafts={drafts} discarded={discarded} />;
}
