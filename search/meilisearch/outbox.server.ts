import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { DocumentChange } from "../port.ts";
import { meilisearchClient } from "./client.server.ts";

/**
 * Notes changes for Meilisearch, where there is one. They stay until it has taken them, however long
 * it is away; of two changes of a thread the later one counts.
 */
export async function noteForOutside(
  db: Db,
  communityId: number,
  changes: DocumentChange[],
): Promise<void> {
  if (!meilisearchClient() || changes.length === 0) return;
  const rows = changes.map(({ threadId, version }) => ({ threadId, version }));
  await sql`
    insert into search_outbox as waiting (community_id, thread_id, version)
    select ${communityId}::int, "threadId", version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("threadId" bigint, version bigint)
    order by "threadId"
    on conflict (community_id, thread_id) do update
      set version = greatest(waiting.version, excluded.version)
  `.execute(db);
}
