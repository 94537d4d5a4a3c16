import { getTransparency } from "#app/features/moderation/transparency/get-transparency.server.ts";
import { transparencyCsv } from "#app/features/moderation/transparency/transparency-csv.ts";
import { page } from "#app/http/respond.server.ts";

/** The figures of the transparency page for other programs. */
export const loader = page(async (ctx) => {
  const csv = transparencyCsv(await getTransparency(ctx, { month: null }));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${ctx.community.slug}-transparency.csv"`,
      "Cache-Control": "no-cache",
    },
  });
});
