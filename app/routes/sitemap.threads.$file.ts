import { threadsSitemap } from "#app/features/open-web/sitemap.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";
import { sendSitemap } from "#app/http/send-sitemap.server.ts";

/** One page of the map of threads, at `/sitemap/threads/N.xml`. */
export const loader = page(async (ctx, params) => {
  const number = positiveId(/^(.{1,9})\.xml$/.exec(params.file ?? "")?.[1]);
  return sendSitemap(await threadsSitemap(ctx, number));
});
