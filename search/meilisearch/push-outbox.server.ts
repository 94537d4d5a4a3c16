import { sql } from "kysely";
import type { Meilisearch } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { loadDocuments } from "../load-documents.server.ts";
import { indexName, meilisearchClient } from "./client.server.ts";
import { alone } from "./locks.server.ts";
import { isIndexReady } from "./meilisearch-index.server.ts";
import { rebuildMeilisearch } from "./rebuild-meilisearch.server.ts";
import { sendDocuments } from "./send-documents.server.ts";

const BATCH = 500;

type Waiting = { thread_id: number; version: number };

function findWaiting(db: Db, communityId: number): Promise<Waiting[]> {
  return db
    .selectFrom("search_outbox")
    .select(["thread_id", "version"])
    .where("community_id", "=", communityId)
    .orderBy("version")
    .limit(BATCH)
    .execute();
}

async function pushBatch(
  { db, client }: { db: Db; client: Meilisearch },
  community: { id: number; locale: string },
): Promise<number> {
  const waiting = await findWaiting(db, community.id);
  if (waiting.length === 0) return 0;
  const ids = waiting.map((row) => row.thread_id);
  await sendDocuments({ db, client }, community.id, await loadDocuments(db, community, ids));
  // What changed meanwhile has a higher version, and stays.
  await sql`
    delete from search_outbox o using jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb)
      as sent(thread_id bigint, version bigint)
    where o.community_id = ${community.id} and o.thread_id = sent.thread_id
      and o.version = sent.version
  `.execute(db);
  return waiting.length;
}

/**
 * Sends Meilisearch what it has not been told of, as the threads are now; builds its index where it
 * has none, because a part of one would answer as if it were all. One sender a community at a time;
 * quiet when another one is at it. Throws when Meilisearch is away: what waits goes on waiting.
 */
export async function pushOutbox(
  db: Db,
  community: { id: number; locale: string },
): Promise<number> {
  const client = meilisearchClient("writing");
  if (!client || (await findWaiting(db, community.id)).length === 0) return 0;
  if (!(await isIndexReady(client, indexName(community.id)))) {
    const built = await rebuildMeilisearch(db, community);
    if (built === "busy") return 0;
  }
  const sent = await alone(db, { communityId: community.id, kind: "push" }, async (one) => {
    for (let all = 0; ;) {
      const batch = await pushBatch({ db: one, client }, community);
      all += batch;
      if (batch < BATCH) return all;
    }
  });
  return sent ?? 0;
}
