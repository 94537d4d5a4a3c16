import type { Community } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";

/**
 * The community's colours as a style sheet at `/theme/HASH.css`. The address changes with the
 * content, so it is kept for good; an old address gives the present theme, kept for a moment.
 */
export async function loadThemeCss(db: Db, community: Community, path: string): Promise<Response> {
  const row = await db
    .selectFrom("community")
    .select(["theme_css", "theme_hash"])
    .where("id", "=", community.id)
    .executeTakeFirstOrThrow();
  const current = path === `/theme/${row.theme_hash}.css`;
  return new Response(row.theme_css, {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": current ? "public, max-age=31536000, immutable" : "public, max-age=60",
    },
  });
}
