import { listSpaces, type SpaceView } from "#app/features/communities/list-spaces.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { getCommunityStats, type CommunityStats } from "./get-community-stats.server.ts";
import { listNameOf, type ListName } from "./list-name.ts";
import { listThreads } from "./list-threads.server.ts";
import { listTopHelpers, type HelperView } from "./list-top-helpers.server.ts";
import type { ThreadList } from "./thread-view.ts";

export type Home = {
  list: ListName;
  /** Whether there is a list of what the viewer follows. */
  follows: boolean;
  threads: ThreadList;
  spaces: SpaceView[];
  helpers: HelperView[];
  stats: CommunityStats;
};

/** The community's front page: one list of threads, the spaces, who helps most, a few numbers. */
export async function getHome(
  ctx: Ctx,
  input: { list: string | null; cursor: string | null },
): Promise<Home> {
  const follows = ctx.actor.id !== null;
  const asked = listNameOf(input.list);
  const list = asked === "following" && !follows ? "latest" : asked;
  const [threads, spaces, helpers, stats] = await Promise.all([
    listThreads(ctx, { list, cursor: input.cursor }),
    listSpaces(ctx),
    listTopHelpers(ctx),
    getCommunityStats(ctx),
  ]);
  return { list, follows, threads, spaces, helpers, stats };
}
