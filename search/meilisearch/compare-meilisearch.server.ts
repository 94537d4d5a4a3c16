import type { Db } from "#db/client.server.ts";
import type { IndexDifference } from "../compare-index.server.ts";
import { findIndex } from "../postgres/index-state.server.ts";
import { indexName, meilisearchClient } from "./client.server.ts";
import { isIndexReady } from "./meilisearch-index.server.ts";
import { contentMark } from "./stored-document.ts";

const BATCH = 1_000;
/** More than Meilisearch can hold between two of our documents. */
const ALL = 1_000_000;

const NOTHING = "nothing";

/** Whether a community has all of its index in Meilisearch, set up as it is asked now. */
export async function hasMeilisearchIndex(communityId: number): Promise<boolean> {
  const client = meilisearchClient("writing");
  return client !== null && isIndexReady(client, indexName(communityId));
}

/**
 * Threads whose documents in Meilisearch are not those of the embedded index, at most `limit`; none
 * without Meilisearch. Reads every document's mark from the server. Throws when it does not answer.
 */
export async function compareMeilisearch(
  db: Db,
  communityId: number,
  limit: number,
): Promise<IndexDifference[]> {
  const client = meilisearchClient("writing");
  const index = await findIndex(db, communityId);
  if (!client || !index) return [];
  const ready = await isIndexReady(client, indexName(communityId));
  const found: IndexDifference[] = [];
  for (let after = 0; found.length < limit;) {
    const wanted = await db
      .selectFrom("search_document")
      .select(["thread_id as id", "content_hash as hash"])
      .where("community_id", "=", communityId)
      .where("generation", "=", index.live)
      .where("thread_id", ">", after)
      .orderBy("thread_id")
      .limit(BATCH)
      .execute();
    const last = wanted.at(-1)?.id;
    const range = last === undefined ? `id > ${after}` : `id > ${after} AND id <= ${last}`;
    const { results } = ready
      ? await client
          .index<{ id: number; hash: string }>(indexName(communityId))
          .getDocuments({ filter: range, fields: ["id", "hash"], limit: ALL })
      : { results: [] };
    const stored = new Map(results.map(({ id, hash }) => [id, hash]));
    for (const { id, hash } of wanted) {
      const indexed = stored.get(id) ?? NOTHING;
      const actual = hash === "" ? NOTHING : contentMark(hash);
      if (indexed !== actual) found.push({ threadId: id, indexed, actual });
      stored.delete(id);
    }
    for (const [id, hash] of stored)
      found.push({ threadId: id, indexed: hash ?? "a document", actual: NOTHING });
    if (last === undefined) break;
    after = last;
  }
  return found.slice(0, limit);
}
