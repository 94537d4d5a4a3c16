import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { searchTitles } from "#search/postgres/search-titles.server.ts";
import { listThreadsById } from "./thread-rows.server.ts";
import type { ThreadRow } from "./thread-view.ts";

/** Threads that the actor may read whose titles hold the words, best first, 20 at most. */
export async function searchThreads(ctx: Ctx, query: string): Promise<ThreadRow[]> {
  const ids = await searchTitles(ctx.db, {
    communityId: ctx.community.id,
    query,
    readRoles: rolesUpTo(ctx.actor.role),
  });
  return listThreadsById(ctx, ids);
}
