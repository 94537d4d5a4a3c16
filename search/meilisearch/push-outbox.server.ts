import { sql } from "kysely";
import type { Meilisearch } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { loadDocuments } from "../load-documents.server.ts";
import { meilisearchClient } from "./client.server.ts";
import { sendDocuments } from "./send-documents.server.ts";

const BATCH = 500;
/** Class of the advisory lock under which one process at a time sends for a community. */
const LOCKS = 7_365;

type Waiting = { thread_id: number; version: number };

async function pushBatch(
  { db, client }: { db: Db; client: Meilisearch },
  community: { id: number; locale: string },
): Promise<number> {
  const waiting: Waiting[] = await db
    .selectFrom("search_outbox")
    .select(["thread_id", "version"])
    .where("community_id", "=", community.id)
    .orderBy("version")
    .limit(BATCH)
    .execute();
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
 * Sends Meilisearch what it has not been told of, as the threads are now. One sender a community at a
 * time; quiet when another one is at it. Throws when Meilisearch is away: what waits goes on waiting.
 */
export async function pushOutbox(
  db: Db,
  community: { id: number; locale: string },
): Promise<number> {
  const client = meilisearchClient("writing");
  if (!client) return 0;
  return db.connection().execute(async (one) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${LOCKS}, ${community.id}) as mine
    `.execute(one);
    if (!rows[0]!.mine) return 0;
    try {
      let sent = 0;
      for (;;) {
        const batch = await pushBatch({ db: one, client }, community);
        sent += batch;
        if (batch < BATCH) return sent;
      }
    } finally {
      await sql`select pg_advisory_unlock(${LOCKS}, ${community.id})`.execute(one);
    }
  });
}
