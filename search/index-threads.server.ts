import type { Db } from "#db/client.server.ts";
import { loadDocuments } from "./load-documents.server.ts";
import { noteForOutside } from "./meilisearch/outbox.server.ts";
import { writeDocuments } from "./postgres/write-documents.server.ts";

/**
 * Brings the index up to date with threads as they are now. May run any number of times and in any
 * order: the version each load takes decides.
 */
export async function indexThreads(
  db: Db,
  community: { id: number; locale: string },
  threadIds: number[],
): Promise<void> {
  const changes = await loadDocuments(db, community, threadIds);
  await writeDocuments(db, community.id, changes);
  await noteForOutside(db, community.id, changes);
}
