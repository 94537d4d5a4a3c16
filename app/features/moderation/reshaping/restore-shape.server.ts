import { sql } from "kysely";
import { clearAccepted, clearOfficial } from "#app/features/threads/answer-pointers.server.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { placePosts, type Place } from "#app/features/threads/reshaping/place-posts.server.ts";
import { settleShape } from "#app/features/threads/reshaping/settle-shape.server.ts";
import {
  restoreMarks,
  type Mark,
  type Marks,
} from "#app/features/threads/reshaping/thread-marks.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { changedSince } from "../load-reversed.server.ts";
import { idsOf, partsOf } from "../subject.ts";
import { moveCases } from "./move-cases.server.ts";
import { PLACE_FIELDS, SHAPE_FIELDS } from "./shape.ts";

type Restoring = {
  tx: Tx;
  ctx: Ctx;
  /** As it is to be. */
  was: Changes;
  /** As the decision left it. */
  left: Changes;
  current: Changes;
};

type Row = Record<string, unknown>;

const touches = (fields: Row, names: readonly string[]) => names.some((name) => name in fields);

function rowsOf(was: Changes, kind: string, names: readonly string[]): [number, Row][] {
  return Object.entries(was).flatMap(([target, fields]): [number, Row][] => {
    const of = partsOf(target);
    return of.kind === kind && touches(fields, names) ? [[of.id, fields]] : [];
  });
}

function placesOf({ was, current }: Restoring): Place[] {
  return rowsOf(was, "post", PLACE_FIELDS).map(([id, fields]) => {
    const whole = { ...current[`post:${id}`], ...fields } as Row;
    return {
      id,
      thread_id: whole.thread_id as number,
      kind: whole.kind as Place["kind"],
      parent_id: whole.parent_id as number | null,
      root_id: whole.root_id as number,
    };
  });
}

/** Throws ConflictError when somebody wrote under posts that go, or in a thread that ends. */
async function assertNothingWritten({ tx, ctx, was }: Restoring, places: Place[]): Promise<void> {
  const ids = places.map(({ id }) => id);
  const ending = rowsOf(was, "thread", SHAPE_FIELDS).flatMap(([id, fields]) =>
    fields.opening_post_id === null ? [id] : [],
  );
  const { rows } = await sql<{ id: number }>`
    select id from post where community_id = ${ctx.community.id} and not id = any(${ids}::bigint[])
      and (thread_id = any(${ending}::bigint[]) or (kind = 'reply' and parent_id = any(${ids}::bigint[])))
    limit 1
  `.execute(tx);
  if (rows.length > 0) throw changedSince();
}

/** Takes accepted and official answers away that can't stay; others than the decision knew of may stay. */
async function takePointers(restoring: Restoring, places: Place[]): Promise<void> {
  const { tx, ctx, was, current } = restoring;
  const moved = new Map(places.map((place) => [place.id, place]));
  for (const threadId of idsOf(Object.keys(current), "thread")) {
    const fields = was[`thread:${threadId}`] ?? {};
    const thread = await loadThread(tx, ctx, threadId, { lock: true });
    const goes = (postId: number | null) => {
      const place = postId === null ? undefined : moved.get(postId);
      return place !== undefined && (place.thread_id !== threadId || place.kind !== "answer");
    };
    const asks = ((fields.kind ?? thread.kind) as string) === "question";
    const { accepted_post_id: accepted, official_post_id: official } = thread;
    if (accepted !== null && (goes(accepted) || !asks)) {
      if (!("accepted_post_id" in fields)) throw changedSince();
      await clearAccepted(tx, ctx, thread);
    }
    if (official !== null && goes(official)) {
      if (!("official_post_id" in fields)) throw changedSince();
      await clearOfficial(tx, ctx, thread);
    }
    // A duplicate is a question and leads to one.
    if (!asks && thread.duplicate_of !== null) throw changedSince();
  }
}

async function writeShape({ tx, ctx, current }: Restoring, [id, fields]: [number, Row]) {
  const whole = { ...current[`thread:${id}`], ...fields } as Row;
  await sql`
    update thread set kind = ${whole.kind as string}, idea_status = ${whole.idea_status as string | null},
      idea_note = ${whole.idea_note as string}, merged_into = ${whole.merged_into as number | null},
      merged_at = ${whole.merged_at as string | null}::timestamptz,
      opening_post_id = ${whole.opening_post_id as number | null}
    where community_id = ${ctx.community.id} and id = ${id}
  `.execute(tx);
}

/** Throws ConflictError when posts would stand in a thread that is none, or threads lead nowhere. */
export async function assertWhole(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  threadIds: number[],
): Promise<void> {
  if (threadIds.length === 0) return;
  const { rows } = await sql<{ id: number }>`
    select t.id from thread t
    left join thread into_it on into_it.community_id = t.community_id and into_it.id = t.merged_into
    where t.community_id = ${ctx.community.id} and t.id = any(${threadIds}::bigint[])
      and (into_it.merged_into is not null
        or (t.merged_into is null and t.opening_post_id is null)
        or (t.merged_into is not null and exists (select from thread led
          where led.community_id = t.community_id and led.duplicate_of = t.id))
        or (t.opening_post_id is null and exists (select from post p
          where p.community_id = t.community_id and p.thread_id = t.id))
        or (t.kind <> 'question' and exists (select from thread led
          where led.community_id = t.community_id and led.duplicate_of = t.id)))
    limit 1
  `.execute(tx);
  if (rows.length > 0) throw changedSince();
}

/** What stands in one list of marks and not in the other. */
function without(one: unknown, other: unknown): Mark[] {
  const others = new Set(((other ?? []) as Mark[]).map(([memberId]) => memberId));
  return ((one ?? []) as Mark[]).filter(([memberId]) => !others.has(memberId));
}

async function backToMarks({ tx, ctx, was, left }: Restoring): Promise<void> {
  for (const threadId of idsOf(Object.keys(was), "marks")) {
    const [then, since] = [was, left].map((of) => (of[`marks:${threadId}`] ?? {}) as Row);
    const part = (one: Row, other: Row): Marks => ({
      same_here: without(one.same_here, other.same_here),
      followers: without(one.followers, other.followers),
    });
    await restoreMarks(tx, ctx.community.id, {
      threadId,
      brought: part(since!, then!),
      took: part(then!, since!),
    });
  }
}

/**
 * Puts posts back into their threads, threads back into their kinds, and whoever followed or had the
 * same; what else changed of them is brought back after it. Gives the threads, to be checked when that
 * is done too. Throws ConflictError when something was written or accepted since that would be lost.
 */
export async function restoreShape(restoring: Restoring): Promise<number[]> {
  const { tx, ctx, was, current } = restoring;
  const places = placesOf(restoring);
  const shapes = rowsOf(was, "thread", SHAPE_FIELDS);
  if (places.length === 0 && shapes.length === 0) return [];
  await assertNothingWritten(restoring, places);
  await takePointers(restoring, places);
  await placePosts(tx, ctx.community.id, places);
  for (const shape of shapes) await writeShape(restoring, shape);
  const postIds = places.map(({ id }) => id);
  await moveCases(tx, ctx.community.id, postIds);
  const touched = new Set(shapes.map(([id]) => id));
  for (const { id, thread_id: threadId } of places) {
    touched.add(threadId).add(current[`post:${id}`]!.thread_id as number);
  }
  const threadIds = [...touched].sort((a, b) => a - b);
  await backToMarks(restoring);
  await settleShape(tx, ctx, threadIds);
  return threadIds;
}
