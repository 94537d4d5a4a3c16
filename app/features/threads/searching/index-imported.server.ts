import type { Ctx } from "#app/lib/ctx.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";

/** Builds the search index anew after an import: so many threads at once are quicker that way. */
export async function indexImported(ctx: Ctx): Promise<void> {
  await rebuildIndex(ctx.db, { id: ctx.community.id, locale: ctx.community.locale });
}
