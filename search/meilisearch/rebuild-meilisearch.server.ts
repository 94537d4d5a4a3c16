import { sql } from "kysely";
import type { EnqueuedTask, Meilisearch } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { allDocuments } from "../postgres/rebuild-index.server.ts";
import { indexName, meilisearchClient } from "./client.server.ts";
import { alone } from "./locks.server.ts";
import { createIndex, removeIndex } from "./meilisearch-index.server.ts";
import { enqueueDocuments, finished } from "./send-documents.server.ts";

/** Batches that Meilisearch has before it: it takes several at once. */
const AHEAD = 8;
/** Indexing many documents takes its time. */
const PATIENCE = 600_000;
/** A sender that is at it ends its batch first. */
const SENDER_PATIENCE = 120_000;

type Community = { id: number; locale: string };

export const nextName = (communityId: number): string => `${indexName(communityId)}_next`;

async function fill(db: Db, client: Meilisearch, community: Community): Promise<number> {
  const receiver = { db, client, uid: nextName(community.id) };
  const tasks: EnqueuedTask[] = [];
  let documents = 0;
  for await (const changes of allDocuments(db, community)) {
    tasks.push(...(await enqueueDocuments(receiver, changes)));
    if (tasks.length > AHEAD) await finished(client, tasks.shift()!, PATIENCE);
    documents += changes.length;
  }
  for (const task of tasks) await finished(client, task, PATIENCE);
  return documents;
}

/** Threads written since the rebuild began may have reached only the index before: they are sent again. */
async function sendAgain(db: Db, communityId: number, since: number): Promise<void> {
  await sql`
    insert into search_outbox (community_id, thread_id, version)
    select d.community_id, d.thread_id, d.version from search_document d
    join search_index i on i.community_id = d.community_id and i.live = d.generation
    where d.community_id = ${communityId} and d.version >= ${since}
    on conflict (community_id, thread_id) do update
      set version = greatest(search_outbox.version, excluded.version)
  `.execute(db);
}

async function swap(db: Db, client: Meilisearch, community: Community): Promise<void> {
  const uid = indexName(community.id);
  const { results } = await client.getRawIndexes({ limit: 100_000 });
  if (!results.some((index) => index.uid === uid)) {
    await finished(client, await client.createIndex(uid, { primaryKey: "id" }));
  }
  const indexes: [string, string] = [uid, nextName(community.id)];
  await finished(client, await client.swapIndexes([{ indexes, rename: false }]), PATIENCE);
}

/**
 * Fills a new index from the threads and swaps it with the one that answers, which Meilisearch does at
 * once for all. What is written meanwhile goes to the index that answers, and once more to the new
 * one: nothing is sent while they are swapped. May be stopped at any moment: the next run begins
 * again. Gives how many documents; `null` without Meilisearch, "busy" while another rebuild goes on.
 * Throws when Meilisearch is away.
 */
export async function rebuildMeilisearch(
  db: Db,
  community: Community,
): Promise<number | "busy" | null> {
  const client = meilisearchClient("writing");
  if (!client) return null;
  const built = await alone(db, { communityId: community.id, kind: "rebuild" }, async () => {
    await removeIndex(client, nextName(community.id));
    await createIndex(client, nextName(community.id));
    const { rows } = await sql<{ version: number }>`
      select nextval('search_version') as version`.execute(db);
    const documents = await fill(db, client, community);
    const place = { communityId: community.id, kind: "push", patience: SENDER_PATIENCE } as const;
    const swapped = await alone(db, place, async (one) => {
      await sendAgain(one, community.id, rows[0]!.version);
      await swap(one, client, community);
      return true;
    });
    if (!swapped) throw new Error("Changes were being sent all the while; nothing was swapped.");
    await removeIndex(client, nextName(community.id));
    return documents;
  });
  return built ?? "busy";
}
