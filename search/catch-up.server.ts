import type { Db } from "#db/client.server.ts";
import { compareIndex } from "./compare-index.server.ts";
import { indexThreads } from "./index-threads.server.ts";
import { findIndex } from "./postgres/index-state.server.ts";
import { rebuildIndex } from "./postgres/rebuild-index.server.ts";
import { ANALYSIS_VERSION } from "./settings.ts";

const MOST = 1_000;
const BATCH = 100;

/** Whether a community's index has to be built from nothing: there is none, or an older kind of one. */
async function needsRebuild(db: Db, communityId: number): Promise<boolean> {
  if (!(await findIndex(db, communityId))) return true;
  const row = await db
    .selectFrom("search_index")
    .select("analysis_version")
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row?.analysis_version !== ANALYSIS_VERSION;
}

/**
 * Makes the index what the threads say, whatever was missed: builds it where it is missing or of an
 * older kind, indexes again what differs. Gives how many threads differed; from 1,000 on it is built
 * anew instead.
 */
export async function catchUp(db: Db, community: { id: number; locale: string }): Promise<number> {
  if (await needsRebuild(db, community.id)) {
    return (await rebuildIndex(db, community))?.documents ?? 0;
  }
  const differences = await compareIndex(db, community, MOST);
  if (differences.length >= MOST) {
    await rebuildIndex(db, community);
    return differences.length;
  }
  for (let at = 0; at < differences.length; at += BATCH) {
    const ids = differences.slice(at, at + BATCH).map(({ threadId }) => threadId);
    await indexThreads(db, community, ids);
  }
  return differences.length;
}
