import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { acceptInTx } from "#app/features/threads/accept-answer.server.ts";
import { clearAccepted, clearOfficial } from "#app/features/threads/answer-pointers.server.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { lockInTx } from "#app/features/threads/lock-thread.server.ts";
import { markOfficialInTx } from "#app/features/threads/mark-official.server.ts";
import { setThreadStateInTx } from "#app/features/threads/set-thread-state.server.ts";
import { markDuplicateInTx } from "#app/features/threads/tending/mark-duplicate.server.ts";
import { moveInTx } from "#app/features/threads/tending/move-thread.server.ts";
import { noteChange } from "#app/features/threads/tending/note-change.server.ts";
import { pinInTx } from "#app/features/threads/tending/pin-thread.server.ts";
import { retagInTx } from "#app/features/threads/tending/retag-thread.server.ts";
import { unmarkDuplicateInTx } from "#app/features/threads/tending/unmark-duplicate.server.ts";
import { unlockInTx } from "#app/features/threads/unlock-thread.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ContentState } from "#db/schema-threads.ts";
import { followersOf } from "./followers.server.ts";
import { changedSince } from "./load-reversed.server.ts";
import { writeStateOf } from "./restore-posts.server.ts";

type Fields = Record<string, unknown>;
type Restored = { id: number; fields: Fields; current: Fields };

async function existing(tx: Tx, ctx: Ctx, memberId: unknown): Promise<number | null> {
  if (typeof memberId !== "number") return null;
  const row = await tx
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An answer that isn't visible any more can't be pointed at. */
async function assertVisible(tx: Tx, ctx: Ctx, { id, postId }: { id: number; postId: number }) {
  const post = await tx
    .selectFrom("post")
    .select("state")
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", id)
    .where("id", "=", postId)
    .executeTakeFirst();
  if (post?.state !== "published") throw changedSince();
}

/** Which answers it points at; what a post's return or leaving did already is left. */
async function restorePointers(tx: Tx, ctx: Ctx, { id, fields }: Restored): Promise<void> {
  const thread = await loadThread(tx, ctx, id, { lock: true });
  if ("accepted_post_id" in fields && thread.accepted_post_id !== fields.accepted_post_id) {
    const postId = fields.accepted_post_id as number | null;
    if (postId === null) await clearAccepted(tx, ctx, thread);
    else {
      await assertVisible(tx, ctx, { id, postId });
      const by = await existing(tx, ctx, fields.accepted_by);
      await acceptInTx(tx, ctx, {
        thread,
        accepted: { postId, by, at: fields.accepted_at as string },
      });
    }
  }
  if ("official_post_id" in fields && thread.official_post_id !== fields.official_post_id) {
    const postId = fields.official_post_id as number | null;
    if (postId === null) await clearOfficial(tx, ctx, thread);
    else {
      await assertVisible(tx, ctx, { id, postId });
      await markOfficialInTx(tx, ctx, { thread, postId, at: fields.official_at as string });
    }
  }
}

/** The question it leads to must lead nowhere itself, and nothing may lead to this one meanwhile. */
async function assertLeads(tx: Tx, ctx: Ctx, { id, into }: { id: number; into: number }) {
  const target = await loadThread(tx, ctx, into, { lock: true });
  const ends = target.duplicate_of === null && target.merged_into === null;
  if (!ends || (await followersOf(tx, ctx, id)).length > 0) throw changedSince();
}

async function restoreDuplicate(tx: Tx, ctx: Ctx, restored: Restored): Promise<void> {
  const { id, fields, current } = restored;
  const was = current.duplicate_of as number | null;
  const into = fields.duplicate_of as number | null;
  if (into === null) {
    await unmarkDuplicateInTx(tx, ctx, { threadId: id, was: was! });
    return;
  }
  if (was === null) {
    await assertLeads(tx, ctx, { id, into });
    await markDuplicateInTx(tx, ctx, { threadId: id, intoId: into });
    return;
  }
  // It followed where the other one led, and comes back with it.
  await tx
    .updateTable("thread")
    .set({ duplicate_of: into })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", id)
    .execute();
  await noteChange(tx, ctx, { threadId: id, kind: "duplicate", before: was, after: into });
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "thread.duplicate_changed",
    payload: { threadId: id },
  });
}

async function restoreLock(tx: Tx, ctx: Ctx, { id, fields, current }: Restored): Promise<void> {
  if (!("duplicate_of" in fields)) {
    if (fields.locked === true) await lockInTx(tx, ctx, { threadId: id, reason: "" });
    else if (fields.locked === false) await unlockInTx(tx, ctx, id);
  }
  const whole = { ...current, ...fields };
  if (whole.locked !== true) return;
  await sql`
    update thread set locked_at = ${whole.locked_at as string}::timestamptz,
      locked_reason = ${whole.locked_reason as string}
    where community_id = ${ctx.community.id} and id = ${id}
  `.execute(tx);
}

/** Brings what decisions changed of a thread back to what it was; its posts have their states already. */
export async function restoreThreadFields(tx: Tx, ctx: Ctx, restored: Restored): Promise<void> {
  const { id, fields, current } = restored;
  const at = { threadId: id };
  const whole = { ...current, ...fields };
  if ("state" in fields || "state_at" in fields) {
    const to = whole.state as ContentState;
    await setThreadStateInTx(tx, ctx, { ...at, to, reason: "" });
    if (to !== "published") await writeStateOf(tx, ctx, { table: "thread", id, fields: whole });
  }
  if ("space_id" in fields) {
    const [from, to] = [current.space_id as number, fields.space_id as number];
    await moveInTx(tx, ctx, { ...at, from, to });
    // A move takes the pin; one that was set since stays.
    if (whole.pinned === true) await pinInTx(tx, ctx, { ...at, on: true });
  } else if ("pinned" in fields) {
    await pinInTx(tx, ctx, { ...at, on: fields.pinned as boolean });
  }
  if ("tags" in fields) await retagInTx(tx, ctx, { ...at, wanted: fields.tags as number[] });
  if ("duplicate_of" in fields) await restoreDuplicate(tx, ctx, restored);
  if ("locked" in fields || "locked_at" in fields) await restoreLock(tx, ctx, restored);
  if ("accepted_post_id" in fields || "official_post_id" in fields) {
    await restorePointers(tx, ctx, restored);
  }
}
