import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import type { EventPayloads, EventType } from "./catalog.ts";

/**
 * Writes a fact and the job that tells its subscribers, in the caller's transaction: both are there
 * after the commit, or neither.
 */
export async function publish<T extends EventType>(
  tx: Tx,
  event: { communityId: number; actorId: number | null; type: T; payload: EventPayloads[T] },
): Promise<void> {
  await sql`
    with fact as (
      insert into event (community_id, type, payload, actor_id)
      values (${event.communityId}, ${event.type}, ${JSON.stringify(event.payload)}::jsonb, ${event.actorId})
      returning community_id, id
    )
    select graphile_worker.add_job(
      'dispatch_event',
      json_build_object('communityId', fact.community_id, 'eventId', fact.id)
    ) from fact
  `.execute(tx);
}
