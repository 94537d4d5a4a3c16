import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BadgeCatalogView } from "#app/features/reputation/badges/badge-catalog-view.tsx";
import { badgeMailsForm } from "#app/features/reputation/badges/badge-forms.ts";
import {
  getBadgeMails,
  setBadgeMails,
} from "#app/features/reputation/badges/badge-mails.server.ts";
import { getBadgeCatalog } from "#app/features/reputation/badges/get-badge-catalog.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx) => {
  const tab = new URL(ctx.request.url).searchParams.get("tab");
  const catalog = await getBadgeCatalog(ctx, { tab });
  return {
    catalog,
    mails: catalog.tab === "yours" ? await getBadgeMails(ctx) : null,
    brand: ctx.community.name,
    title: ctx.t("badges.title"),
    description: ctx.t("badges.lead"),
  };
});

export const action = form(async (ctx, fields) => {
  const { mails } = parseForm(badgeMailsForm, fields);
  await setBadgeMails(ctx, mails === "on");
  return redirect("/badges?tab=yours");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.description,
        path: "/badges",
        noindex: data.catalog.tab !== "all",
      })
    : [];

export default function Badges() {
  const { catalog, brand, mails } = useLoaderData<typeof loader>();
  return <BadgeCatalogView catalog={catalog} brand={brand} mails={mails} />;
}
