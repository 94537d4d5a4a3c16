import { MeilisearchApiError, type Meilisearch } from "meilisearch";
import { finished } from "./send-documents.server.ts";
import { INDEX_SETTINGS } from "./stored-document.ts";

const UNKNOWN = new Set(["index_not_found"]);

/** Makes an empty index of threads. */
export async function createIndex(client: Meilisearch, uid: string): Promise<void> {
  await finished(client, await client.createIndex(uid, { primaryKey: "id" }));
  await finished(client, await client.index(uid).updateSettings(INDEX_SETTINGS));
}

/** Removes an index with all that is in it; quiet when there is none. */
export async function removeIndex(client: Meilisearch, uid: string): Promise<void> {
  await client.deleteIndexIfExists(uid);
}

/**
 * Whether there is an index that is set up as threads are looked for now. Throws when Meilisearch
 * does not answer.
 */
export async function isIndexReady(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    const { searchableAttributes, filterableAttributes } = await client.index(uid).getSettings();
    const same = (given: unknown, wanted: string[]) =>
      JSON.stringify([...(given as string[])].sort()) === JSON.stringify(wanted.toSorted());
    return (
      same(searchableAttributes, INDEX_SETTINGS.searchableAttributes) &&
      same(filterableAttributes, INDEX_SETTINGS.filterableAttributes)
    );
  } catch (error) {
    if (error instanceof MeilisearchApiError && UNKNOWN.has(error.cause?.code ?? "")) return false;
    throw error;
  }
}
