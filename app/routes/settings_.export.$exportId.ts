import { readExport } from "#app/features/portability/own-exports.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";

/** A file with everything of the signed-in member's. */
export const loader = page(async (ctx, params) => {
  const json = await readExport(ctx, positiveId(params.exportId));
  return new Response(json, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${ctx.community.slug}-my-data.json"`,
      "Cache-Control": "private, no-store",
    },
  });
});
