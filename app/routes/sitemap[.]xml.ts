import { sitemapIndex } from "#app/features/open-web/sitemap.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendSitemap } from "#app/http/send-sitemap.server.ts";

/** The index of the community's sitemaps. */
export const loader = page((ctx) => Promise.resolve(sendSitemap(sitemapIndex(ctx))));
