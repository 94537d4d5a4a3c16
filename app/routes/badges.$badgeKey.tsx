import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveBadgeForm, takeBadgeForm } from "#app/features/reputation/badges/badge-forms.ts";
import { BadgePageView } from "#app/features/reputation/badges/badge-page-view.tsx";
import { getBadgePage } from "#app/features/reputation/badges/get-badge-page.server.ts";
import { giveBadge, takeBadge } from "#app/features/reputation/badges/give-badge.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => {
  const query = new URL(ctx.request.url).searchParams;
  const said = query.get("said");
  return {
    page: await getBadgePage(ctx, { address: params.badgeKey ?? "", cursor: query.get("after") }),
    brand: ctx.community.name,
    signedIn: ctx.actor.id !== null,
    take: Number(query.get("take")) || null,
    said: said === "given" || said === "taken" ? (said as "given" | "taken") : null,
    variant: query.size > 0,
  };
});

export const action = form(async (ctx, fields, params) => {
  const badgeKey = params.badgeKey ?? "";
  const path = `/badges/${encodeURIComponent(badgeKey)}`;
  if (fields.has("grant")) {
    const { grant, reason } = parseForm(takeBadgeForm, fields);
    await takeBadge(ctx, { grantId: grant, reason });
    return redirect(`${path}?said=taken`);
  }
  await giveBadge(ctx, { badgeKey, ...parseForm(giveBadgeForm, fields) });
  return redirect(`${path}?said=given`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.page.badge.name,
        description: data.page.badge.say,
        path: data.page.badge.href,
        noindex: data.variant || data.page.badge.holders === 0,
      })
    : [];

export default function Badge() {
  const { page: shown, ...rest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return (
    <BadgePageView
      page={shown}
      brand={rest.brand}
      signedIn={rest.signedIn}
      take={rest.take}
      said={failure ? null : rest.said}
      failure={failure}
    />
  );
}
