import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getClockReport } from "#app/features/moderation/clocks/get-clock-report.server.ts";
import { reportPeriod } from "#app/features/moderation/clocks/report-period.ts";
import { ReportView } from "#app/features/moderation/clocks/report-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { page } from "#app/http/respond.server.ts";

/** How fast the desk works, for staff. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const { timeZone } = ctx.community;
  const { days, period, wrong } = reportPeriod(query, { now: ctx.now, timeZone });
  const report = await getClockReport(ctx, period);
  return { report, days, wrong, title: ctx.t("clocks.reportTitle") };
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffReport() {
  const { report, days, wrong } = useLoaderData<typeof loader>();
  return <ReportView report={report} days={days} wrong={wrong} />;
}
