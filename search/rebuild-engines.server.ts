import type { Db } from "#db/client.server.ts";
import { getLog } from "#app/lib/log.server.ts";
import { rebuildMeilisearch } from "./meilisearch/rebuild-meilisearch.server.ts";
import { rebuildIndex, type Rebuilt } from "./postgres/rebuild-index.server.ts";

export type RebuiltEngines = {
  /** `null` when another rebuild took over. */
  embedded: Rebuilt | null;
  /** How many documents Meilisearch took; "away" with the reason when it did not, `null` where there is none. */
  meilisearch: number | "busy" | { away: string } | null;
};

/**
 * Builds a community's index anew in both engines. Meilisearch may be away: the hourly comparison
 * brings it up to date once it is back.
 */
export async function rebuildEngines(
  db: Db,
  community: { id: number; locale: string },
): Promise<RebuiltEngines> {
  const embedded = await rebuildIndex(db, community);
  try {
    return { embedded, meilisearch: await rebuildMeilisearch(db, community) };
  } catch (error) {
    const reason = (error as Error).message;
    getLog().warn({ reason }, "Meilisearch is away");
    return { embedded, meilisearch: { away: reason } };
  }
}
