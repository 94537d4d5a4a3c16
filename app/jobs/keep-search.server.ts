import type { Db } from "#db/client.server.ts";
import { getLog } from "#app/lib/log.server.ts";
import { catchUp } from "#search/catch-up.server.ts";
import { catchUpMeilisearch } from "#search/meilisearch/catch-up-meilisearch.server.ts";
import { pushOutbox } from "#search/meilisearch/push-outbox.server.ts";
import { giveUpDeadRebuild } from "#search/postgres/index-state.server.ts";
import { removeOldGenerations } from "#search/postgres/rebuild-index.server.ts";

const communitiesOf = (db: Db) =>
  db.selectFrom("community").select(["id", "locale", "slug"]).execute();

const isAway = (error: unknown): void =>
  getLog().warn({ reason: (error as Error).message }, "Meilisearch is away");

/**
 * Hourly, and at the start of a worker: builds the index where there is none or an older kind of one,
 * indexes again what events have missed, removes what a stopped rebuild has left; then the same in
 * Meilisearch, where there is one and it answers.
 */
export async function catchUpSearch(db: Db): Promise<void> {
  const communities = await communitiesOf(db);
  for (const community of communities) {
    await giveUpDeadRebuild(db, community.id);
    const differed = await catchUp(db, community);
    await removeOldGenerations(db, community.id);
    if (differed > 0) {
      getLog().info({ community: community.slug, threads: differed }, "search index caught up");
    }
  }
  try {
    for (const community of communities) {
      const differed = await catchUpMeilisearch(db, community);
      if (differed > 0) {
        getLog().info({ community: community.slug, threads: differed }, "Meilisearch caught up");
      }
    }
  } catch (error) {
    isAway(error);
  }
}

/** Soon after a change, and every minute: sends Meilisearch what waits for it. Away, it is told the next time. */
export async function pushSearch(db: Db): Promise<void> {
  try {
    for (const community of await communitiesOf(db)) await pushOutbox(db, community);
  } catch (error) {
    isAway(error);
  }
}
