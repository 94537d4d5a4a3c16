import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import type { EventPayloads, EventType } from "./catalog.ts";

type Alike<P> = { [T in EventType]: P extends EventPayloads[T] ? T : never }[EventType];

/** Writes several facts that carry the same, each with its job, as `publish` does; one query. */
export async function publishTypes<P extends EventPayloads[EventType]>(
  tx: Tx,
  facts: { communityId: number; actorId: number | null; types: Alike<P>[]; payload: P },
): Promise<void> {
  await sql`
    with fact as (
      insert into event (community_id, type, payload, actor_id)
      select ${facts.communityId}, type, ${JSON.stringify(facts.payload)}::jsonb, ${facts.actorId}::bigint
      from unnest(${facts.types}::text[]) as type
      returning community_id, id
    )
    select graphile_worker.add_job(
      'dispatch_event',
      json_build_object('communityId', fact.community_id, 'eventId', fact.id)
    ) from fact
  `.execute(tx);
}
