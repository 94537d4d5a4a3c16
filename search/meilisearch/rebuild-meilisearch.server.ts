import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { allDocuments } from "../postgres/rebuild-index.server.ts";
import { indexName, meilisearchClient } from "./client.server.ts";
import { finished, sendDocuments } from "./send-documents.server.ts";
import { INDEX_SETTINGS } from "./stored-document.ts";

/**
 * Fills a new index from the threads and swaps it with the one that answers, which Meilisearch does at
 * once for all. What is written meanwhile also waits in the outbox and is sent again after the swap,
 * because Meilisearch leaves changes that wait with the index they were made for. May be stopped at
 * any moment: the next run begins again. Gives how many documents; `null` without Meilisearch.
 */
export async function rebuildMeilisearch(
  db: Db,
  community: { id: number; locale: string },
): Promise<number | null> {
  const client = meilisearchClient("writing");
  if (!client) return null;
  const uid = indexName(community.id);
  const next = `${uid}_next`;
  await client.deleteIndexIfExists(next);
  await finished(client, await client.createIndex(next, { primaryKey: "id" }));
  await finished(client, await client.index(next).updateSettings(INDEX_SETTINGS));
  const { rows } = await sql<{ version: number }>`
    select nextval('search_version') as version`.execute(db);
  const began = rows[0]!.version;
  let documents = 0;
  for await (const changes of allDocuments(db, community)) {
    await sendDocuments({ db, client }, community.id, changes, next);
    documents += changes.length;
  }
  if (!(await client.getRawIndexes({ limit: 1_000 })).results.some((index) => index.uid === uid)) {
    await finished(client, await client.createIndex(uid, { primaryKey: "id" }));
  }
  await finished(client, await client.swapIndexes([{ indexes: [uid, next], rename: false }]));
  // Threads written since the rebuild began may have reached only the index before.
  await sql`
    insert into search_outbox (community_id, thread_id, version)
    select d.community_id, d.thread_id, d.version from search_document d
    join search_index i on i.community_id = d.community_id and i.live = d.generation
    where d.community_id = ${community.id} and d.version >= ${began}
    on conflict (community_id, thread_id) do update
      set version = greatest(search_outbox.version, excluded.version)
  `.execute(db);
  await client.deleteIndexIfExists(next);
  return documents;
}
