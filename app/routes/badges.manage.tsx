import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adjustBadgeForm, defineBadgeForm } from "#app/features/reputation/badges/badge-forms.ts";
import { BadgeManagerView } from "#app/features/reputation/badges/badge-manager-view.tsx";
import { adjustBadge, defineBadge } from "#app/features/reputation/badges/define-badge.server.ts";
import { getBadgeManager } from "#app/features/reputation/badges/get-badge-manager.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where admins arrange the badges of their brand. */
export const loader = page(async (ctx) => ({
  badges: await getBadgeManager(ctx),
  brand: ctx.community.name,
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("badges.manageTitle", { brand: ctx.community.name }),
}));

export const action = form(async (ctx, fields) => {
  if (fields.has("key")) {
    const { key, name, shown } = parseForm(adjustBadgeForm, fields);
    await adjustBadge(ctx, { key, name, active: shown !== "" });
  } else {
    await defineBadge(ctx, parseForm(defineBadgeForm, fields));
  }
  return redirect("/badges/manage?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function ManageBadges() {
  const { badges, brand, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return (
    <BadgeManagerView badges={badges} brand={brand} saved={saved && !failure} failure={failure} />
  );
}
