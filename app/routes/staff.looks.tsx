import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LooksView } from "#app/features/moderation/masking/looks-view.tsx";
import { listLooks } from "#app/features/moderation/masking/list-looks.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** Who of the staff looked at what was masked, for admins. */
export const loader = page(async (ctx) => ({
  looks: await listLooks(ctx),
  title: ctx.t("masking.looksTab"),
}));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffLooks() {
  return <LooksView looks={useLoaderData<typeof loader>().looks} />;
}
