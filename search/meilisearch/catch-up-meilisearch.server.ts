import type { Db } from "#db/client.server.ts";
import { meilisearchClient } from "./client.server.ts";
import { compareMeilisearch, hasMeilisearchIndex } from "./compare-meilisearch.server.ts";
import { noteThreads } from "./outbox.server.ts";
import { pushOutbox } from "./push-outbox.server.ts";
import { rebuildMeilisearch } from "./rebuild-meilisearch.server.ts";

const MOST = 1_000;

/**
 * Makes what Meilisearch holds what the embedded index holds, whatever it has lost or missed: builds
 * its index where it is missing or set up in another way, sends again what differs. Gives how many
 * threads differed. Throws when Meilisearch is away.
 */
export async function catchUpMeilisearch(
  db: Db,
  community: { id: number; locale: string },
): Promise<number> {
  if (!meilisearchClient()) return 0;
  if (!(await hasMeilisearchIndex(community.id))) {
    const built = await rebuildMeilisearch(db, community);
    return typeof built === "number" ? built : 0;
  }
  await pushOutbox(db, community);
  const differences = await compareMeilisearch(db, community.id, MOST);
  if (differences.length >= MOST) {
    await rebuildMeilisearch(db, community);
  } else {
    await noteThreads(
      db,
      community.id,
      differences.map(({ threadId }) => threadId),
    );
  }
  await pushOutbox(db, community);
  return differences.length;
}
