import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { LoadedThread } from "../load-post.server.ts";
import { noteChange } from "../tending/note-change.server.ts";
import { givePointers, takePointers } from "./carry-pointers.server.ts";
import { placePosts, placesOf, type Place } from "./place-posts.server.ts";
import { settleShape } from "./settle-shape.server.ts";
import { carryMarks } from "./thread-marks.server.ts";

type Pair = { thread: LoadedThread; into: LoadedThread };

/** Among answers to a question, what another asked is a word on the question. */
function placeIn({ thread, into }: Pair, place: Place): Place {
  const moved = { ...place, thread_id: into.id };
  const opening = thread.opening_post_id!;
  if (into.kind !== "question") {
    return place.kind === "opening" ? { ...moved, kind: "answer" } : moved;
  }
  const target = into.opening_post_id!;
  if (place.kind === "opening") {
    return { ...moved, kind: "reply", parent_id: target, root_id: target };
  }
  return place.root_id === opening ? { ...moved, root_id: target } : moved;
}

/** What led to the thread leads on, so that nobody has to follow twice. */
async function leadOn(tx: Tx, ctx: Ctx, { thread, into }: Pair): Promise<void> {
  const at = ctx.community.id;
  await tx
    .updateTable("thread")
    .set({ merged_into: into.id })
    .where("community_id", "=", at)
    .where("merged_into", "=", thread.id)
    .execute();
  const followers = await tx
    .updateTable("thread")
    .set({ duplicate_of: into.id })
    .where("community_id", "=", at)
    .where("duplicate_of", "=", thread.id)
    .returning("id")
    .execute();
  for (const { id } of followers) {
    await noteChange(tx, ctx, {
      threadId: id,
      kind: "duplicate",
      before: thread.id,
      after: into.id,
    });
  }
}

/** The threads that a merge changes with the two: those that lead to the first. */
export async function leadingTo(tx: Tx, communityId: number, threadId: number) {
  return tx
    .selectFrom("thread")
    .select(["id", "duplicate_of"])
    .where("community_id", "=", communityId)
    .where((eb) => eb.or([eb("merged_into", "=", threadId), eb("duplicate_of", "=", threadId)]))
    .execute();
}

/**
 * Makes one thread of two: all posts, followers and who has the same go to the other, and the address
 * leads there. An accepted or official answer stays one where the other thread has none. The caller
 * holds both rows and has checked them.
 */
export async function mergeInTx(tx: Tx, ctx: Ctx, pair: Pair): Promise<void> {
  const at = ctx.community.id;
  const { thread, into } = pair;
  const places = await placesOf(tx, at, thread.id);
  const postIds = new Set(places.map(({ id }) => id));
  const pointers = await takePointers(tx, ctx, { thread, postIds });
  await placePosts(
    tx,
    at,
    places.map((place) => placeIn(pair, place)),
  );
  await tx
    .updateTable("thread")
    .set({ opening_post_id: null, merged_into: into.id, merged_at: ctx.now, pinned: false })
    .where("community_id", "=", at)
    .where("id", "=", thread.id)
    .execute();
  await leadOn(tx, ctx, pair);
  await carryMarks(tx, at, { from: thread.id, to: into.id });
  await givePointers(tx, ctx, { threadId: into.id, pointers });
  await settleShape(tx, ctx, [thread.id, into.id]);
}
