import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportContent } from "#app/features/moderation/report-content.server.ts";
import { getReportPage } from "#app/features/moderation/reporting/get-report-page.server.ts";
import { reportForm } from "#app/features/moderation/reporting/report-form.ts";
import { ReportSent, ReportView } from "#app/features/moderation/reporting/report-view.tsx";
import { positiveId } from "#app/http/address-parts.ts";
import { networkOf } from "#app/http/network-of.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => ({
  page: await getReportPage(ctx, positiveId(params.postId)),
  sent: new URL(ctx.request.url).searchParams.get("sent"),
  title: ctx.t("report.title"),
}));

export const action = form(async (ctx, fields, params) => {
  const { kind, text, goodFaith, ...who } = parseForm(reportForm, fields);
  const id = positiveId(params.postId);
  await limit(ctx, "report", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
  const { hidden } = await reportContent(ctx, {
    subject: { kind: "post", id },
    kind,
    text,
    legal: { goodFaith, ...who },
  });
  return redirect(`/p/${id}/report?sent=${hidden ? "hidden" : "yes"}`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Report() {
  const { page: shown, sent } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  if (sent) return <ReportSent page={shown} hidden={sent === "hidden"} />;
  return <ReportView page={shown} failure={failure} />;
}
