import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFixedView } from "#app/features/threads/components/not-fixed-view.tsx";
import { getFixPage } from "#app/features/threads/get-fix-page.server.ts";
import { reportFix } from "#app/features/threads/report-fix.server.ts";
import { fixReportSchema } from "#app/features/threads/schemas.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { networkOf } from "#app/http/network-of.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { visitOf } from "#app/http/visit-cookie.server.ts";

/** The ways on for somebody whom the answer didn't help. */
export const loader = page(async (ctx, params) => ({
  fix: await getFixPage(ctx, positiveId(params.threadId)),
  title: ctx.t("fix.notYetTitle"),
}));

export const action = form(async (ctx, fields, params) => {
  const threadId = positiveId(params.threadId);
  const works = parseForm(fixReportSchema, fields).works === "yes";
  if (ctx.actor.id !== null) await limit(ctx, "vote", String(ctx.actor.id));
  else await limit(ctx, "fixReport", networkOf(ctx.info.ip));
  const visit = ctx.actor.id === null ? visitOf(ctx.request.headers.get("cookie")) : null;
  const thread = await reportFix(ctx, { threadId, works, visit: visit?.id ?? null });
  const next = works ? `${thread.href}?fix=yes#did-it-fix` : `/t/${threadId}/do/fix`;
  return redirect(next, visit ? { headers: { "Set-Cookie": visit.cookie } } : undefined);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function NotFixed() {
  const { fix } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <NotFixedView fix={fix} failure={result && "ok" in result ? result : null} />;
}
