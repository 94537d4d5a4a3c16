import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { DocumentChange } from "../port.ts";
import { meilisearchClient } from "./client.server.ts";

/** Changes that come together are sent together. */
const GATHERED = 500;

/**
 * Notes changes for Meilisearch, where there is one. They stay until it has taken them, however long
 * it is away; of two changes of a thread the later one counts. They are sent within a second or two,
 * what failed then by the job that runs every minute.
 */
export async function noteForOutside(
  db: Db,
  communityId: number,
  changes: DocumentChange[],
): Promise<void> {
  if (!meilisearchClient() || changes.length === 0) return;
  const rows = changes.map(({ threadId, version }) => ({ threadId, version }));
  await sql`
    with noted as (
      insert into search_outbox as waiting (community_id, thread_id, version)
      select ${communityId}::int, "threadId", version
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("threadId" bigint, version bigint)
      order by "threadId"
      on conflict (community_id, thread_id) do update
        set version = greatest(waiting.version, excluded.version)
      returning thread_id
    )
    select graphile_worker.add_job('push_search', queue_name := 'push_search',
      job_key := 'push_search', job_key_mode := 'preserve_run_at', priority := -1,
      run_at := now() + make_interval(secs => ${GATHERED / 1_000}))
    from (select count(*) from noted) once
  `.execute(db);
}

/** Notes threads to be sent again as they are now. */
export async function noteThreads(db: Db, communityId: number, ids: number[]): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select nextval('search_version') as version`.execute(db);
  const version = rows[0]!.version;
  await noteForOutside(
    db,
    communityId,
    ids.map((threadId) => ({ threadId, version, document: null })),
  );
}
