import type { Db } from "#db/client.server.ts";
import { getLog } from "#app/lib/log.server.ts";
import { catchUp } from "#search/catch-up.server.ts";
import { pushOutbox } from "#search/meilisearch/push-outbox.server.ts";
import { removeOldGenerations } from "#search/postgres/rebuild-index.server.ts";

const communitiesOf = (db: Db) =>
  db.selectFrom("community").select(["id", "locale", "slug"]).execute();

/**
 * Hourly, and at the start of a worker: builds the index where there is none or an older kind of one,
 * indexes again what events have missed, removes what a stopped rebuild has left.
 */
export async function catchUpSearch(db: Db): Promise<void> {
  for (const community of await communitiesOf(db)) {
    const differed = await catchUp(db, community);
    await removeOldGenerations(db, community.id);
    if (differed > 0) {
      getLog().info({ community: community.slug, threads: differed }, "search index caught up");
    }
  }
}

/** Every minute: sends Meilisearch what waits for it. Away, it is told the next time. */
export async function pushSearch(db: Db): Promise<void> {
  for (const community of await communitiesOf(db)) {
    try {
      await pushOutbox(db, community);
    } catch (error) {
      getLog().warn({ reason: (error as Error).message }, "Meilisearch is away");
      return;
    }
  }
}
