import { placesSitemap } from "#app/features/open-web/sitemap.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendSitemap } from "#app/http/send-sitemap.server.ts";

/** Spaces, tags and lists for crawlers. */
export const loader = page((ctx) => Promise.resolve(sendSitemap(placesSitemap(ctx))));
