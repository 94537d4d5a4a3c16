import type { Community } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";

/**
 * The community's mark at `/logo/HASH.svg`. It is shown as a picture only; should somebody open its
 * address, nothing in it may run or load.
 */
export async function loadLogo(
  db: Db,
  community: Community,
  path: string,
): Promise<Response | null> {
  const row = await db
    .selectFrom("community")
    .select(["logo_svg", "logo_hash"])
    .where("id", "=", community.id)
    .executeTakeFirstOrThrow();
  if (row.logo_hash === "" || path !== `/logo/${row.logo_hash}.svg`) return null;
  return new Response(row.logo_svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
