import type { Ctx } from "#app/lib/ctx.ts";
import { rebuildEngines } from "#search/rebuild-engines.server.ts";

/** Builds the search index anew after an import: so many threads at once are quicker that way. */
export async function indexImported(ctx: Ctx): Promise<void> {
  await rebuildEngines(ctx.db, { id: ctx.community.id, locale: ctx.community.locale });
}
