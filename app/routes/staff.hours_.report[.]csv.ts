import { getClockReport } from "#app/features/moderation/clocks/get-clock-report.server.ts";
import { reportCsv } from "#app/features/moderation/clocks/report-csv.ts";
import { reportPeriod } from "#app/features/moderation/clocks/report-period.ts";
import { page } from "#app/http/respond.server.ts";

/** The report as a table for other programs. */
export const loader = page(async (ctx) => {
  const query = new URL(ctx.request.url).searchParams;
  const { slug, timeZone } = ctx.community;
  const { days, period } = reportPeriod(query, { now: ctx.now, timeZone });
  const csv = reportCsv(ctx.t, await getClockReport(ctx, period));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-times-${days.from}-${days.to}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
