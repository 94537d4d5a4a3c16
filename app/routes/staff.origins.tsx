import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { allowOrigin, removeOrigin } from "#app/features/communities/change-origins.server.ts";
import { OriginsView } from "#app/features/communities/components/origins-view.tsx";
import { listOrigins } from "#app/features/communities/list-origins.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { formatTime } from "#app/i18n/format-time.ts";

const originForm = z.object({
  do: z.enum(["allow", "remove"]),
  origin: z.string().trim().min(1).max(300),
});

export const loader = page(async (ctx) => {
  assertCan(ctx.actor, "set_origins", null);
  const origins = await listOrigins(ctx.db, ctx.community.id);
  return {
    origins: origins.map((row) => ({
      ...row,
      at: formatTime(ctx.t, row.at, ctx.now, ctx.community.timeZone),
    })),
    saved: new URL(ctx.request.url).searchParams.has("saved"),
    title: ctx.t("words.originsTitle"),
  };
});

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "set_origins", null);
  const { db, community, actor, now } = ctx;
  const given = parseForm(originForm, fields);
  if (given.do === "remove") await removeOrigin(db, community.id, given.origin);
  else await allowOrigin(db, { community, origin: given.origin, by: actor.id, at: now });
  return redirect("/staff/origins?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Origins() {
  const { origins, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <OriginsView origins={origins} saved={saved && !refused} refused={refused} />;
}
