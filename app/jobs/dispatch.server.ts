import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";
import { subscribersOf, type Subscriber } from "./subscriptions.server.ts";

export type EventRef = { communityId: number; eventId: string };

async function loadEvent(db: Db, ref: EventRef): Promise<AppEvent | null> {
  const row = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", ref.communityId)
    .where("id", "=", ref.eventId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    communityId: row.community_id,
    type: row.type,
    payload: row.payload,
    actorId: row.actor_id,
    createdAt: row.created_at,
  } as AppEvent;
}

/** A waiting job of the same key gives way to the new one; one that runs goes on beside it. */
function jobKey(
  { id, communityId, payload }: AppEvent,
  { name, oncePerThread }: Subscriber,
): string {
  return oncePerThread && "threadId" in payload
    ? `${communityId}:thread:${payload.threadId}:${name}`
    : `${id}:${name}`;
}

/** Turns a fact into one job a subscriber, so that one's failure does not repeat the others. */
export async function dispatchEvent(db: Db, ref: EventRef): Promise<void> {
  const event = await loadEvent(db, ref);
  if (!event) return;
  const subscribers = subscribersOf(event.type);
  if (subscribers.length === 0) return;
  const names = subscribers.map(({ name }) => name);
  const keys = subscribers.map((subscriber) => jobKey(event, subscriber));
  const delays = subscribers.map(({ after }) => after ?? 0);
  await sql`
    select graphile_worker.add_job(
      'run_subscriber',
      json_build_object('communityId', ${ref.communityId}::int, 'eventId', ${ref.eventId}::text, 'subscriber', name),
      run_at := now() + make_interval(secs => delay),
      job_key := key
    ) from unnest(${names}::text[], ${keys}::text[], ${delays}::int[]) as subscriber (name, key, delay)
  `.execute(db);
}

/** Runs one subscriber for one fact; quiet when the community, the fact or the subscriber is gone. */
export async function runSubscriber(db: Db, ref: EventRef & { subscriber: string }): Promise<void> {
  const [event, ctx] = await Promise.all([loadEvent(db, ref), jobContext(db, ref.communityId)]);
  if (!event || !ctx) return;
  const subscriber = subscribersOf(event.type).find(({ name }) => name === ref.subscriber);
  await subscriber?.run(ctx, event);
}
