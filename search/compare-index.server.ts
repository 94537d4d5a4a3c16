import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { documentHash } from "./document-hash.ts";
import { loadDocuments } from "./load-documents.server.ts";
import { findIndex } from "./postgres/index-state.server.ts";

const BATCH = 500;

export type IndexDifference = { threadId: number; indexed: string; actual: string };

/** Hashes of what is indexed, by thread; empty for what can't be found. */
async function indexedHashes(db: Db, communityId: number, generation: number, ids: number[]) {
  const rows = await db
    .selectFrom("search_document")
    .select(["thread_id", "content_hash"])
    .where("community_id", "=", communityId)
    .where("generation", "=", generation)
    .where("thread_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.thread_id, row.content_hash]));
}

/** Indexed threads that are not there at all any more. */
async function orphans(db: Db, communityId: number, generation: number) {
  const { rows } = await sql<{ thread_id: number }>`
    select d.thread_id from search_document d
    left join thread on thread.community_id = d.community_id and thread.id = d.thread_id
    where d.community_id = ${communityId} and d.generation = ${generation}
      and d.content_hash <> '' and thread.id is null
  `.execute(db);
  return rows.map(({ thread_id }) => ({
    threadId: thread_id,
    indexed: "a document",
    actual: "nothing",
  }));
}

/** Threads whose indexed documents are not what the threads say, at most `limit`. */
export async function compareIndex(
  db: Db,
  community: { id: number; locale: string },
  limit: number,
): Promise<IndexDifference[]> {
  const index = await findIndex(db, community.id);
  const generation = index?.live ?? 0;
  const found: IndexDifference[] = await orphans(db, community.id, generation);
  for (let after = 0; found.length < limit;) {
    const threads = await db
      .selectFrom("thread")
      .select("id")
      .where("community_id", "=", community.id)
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (threads.length === 0) break;
    const ids = threads.map((row) => row.id);
    const indexed = await indexedHashes(db, community.id, generation, ids);
    for (const { threadId, document } of await loadDocuments(db, community, ids)) {
      const actual = document === null ? "" : documentHash(document);
      const stored = indexed.get(threadId) ?? "";
      if (stored !== actual)
        found.push({ threadId, indexed: stored || "nothing", actual: actual || "nothing" });
    }
    after = ids.at(-1)!;
  }
  return found.slice(0, limit);
}
