import { slugOf } from "#app/lib/slug.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import type { LoadedThread } from "../load-post.server.ts";
import { givePointers, takePointers } from "./carry-pointers.server.ts";
import { placePosts, type Place } from "./place-posts.server.ts";
import { settleShape } from "./settle-shape.server.ts";
import { followAuthors } from "./thread-marks.server.ts";

/** The posts chosen of a thread with everything that hangs under them, in the order given. */
export function withReplies(places: Place[], chosen: ReadonlySet<number>): Place[] {
  const under = Map.groupBy(places, ({ parent_id: parent }) => parent);
  const taken = new Set<number>();
  const take = (place: Place): void => {
    if (taken.has(place.id)) return;
    taken.add(place.id);
    for (const reply of under.get(place.id) ?? []) take(reply);
  };
  for (const place of places) if (chosen.has(place.id)) take(place);
  return places.filter(({ id }) => taken.has(id));
}

/**
 * Where posts that leave a thread together stand in another: the first of them opens it, what hung
 * under a post that stays is an answer of its own, replies keep their parents.
 */
export function placesApart(moved: Place[], threadId: number): Place[] {
  const gone = new Set(moved.map(({ id }) => id));
  const opening = moved.find(({ parent_id: parent }) => parent === null || !gone.has(parent));
  const roots = new Map<number, number>();
  const byId = new Map(moved.map((place) => [place.id, place]));
  const rootOf = ({ id, parent_id: parent }: Place): number => {
    const above = parent === null ? undefined : byId.get(parent);
    const root = roots.get(id) ?? (above ? rootOf(above) : id);
    roots.set(id, root);
    return root;
  };
  return moved.map((place) => {
    const root = rootOf(place);
    const top = root === place.id;
    const kind = place.id === opening?.id ? "opening" : top ? "answer" : "reply";
    return {
      id: place.id,
      thread_id: threadId,
      kind,
      parent_id: top ? null : place.parent_id,
      root_id: root,
    };
  });
}

export type NewThread = {
  from: LoadedThread;
  openingId: number;
  title: string;
  kind: ThreadKind;
  spaceId: number;
  tagIds: number[];
};

/** A thread that nothing stands in yet; it leads to the one that its posts will come from. */
export async function insertEmptied(tx: Tx, ctx: Ctx, made: NewThread): Promise<number> {
  const at = ctx.community.id;
  const opening = await tx
    .selectFrom("post")
    .select(["author_id", "created_at"])
    .where("community_id", "=", at)
    .where("id", "=", made.openingId)
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto("thread")
    .values({
      community_id: at,
      kind: made.kind,
      space_id: made.spaceId,
      author_id: opening.author_id,
      title: made.title,
      slug: slugOf(made.title),
      idea_status: made.kind === "idea" ? "new" : null,
      created_at: opening.created_at,
      last_activity_at: opening.created_at,
      merged_into: made.from.id,
      merged_at: ctx.now,
      split_from: made.from.id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (made.tagIds.length > 0) {
    await tx
      .insertInto("thread_tag")
      .values(made.tagIds.map((tagId) => ({ community_id: at, thread_id: id, tag_id: tagId })))
      .execute();
  }
  return id;
}

/**
 * Moves posts into a thread made for them, with their authors as followers; an official answer among
 * them stays one, an accepted one doesn't: somebody else asks there. The caller holds the rows.
 */
export async function splitInTx(
  tx: Tx,
  ctx: Ctx,
  { from, into, places }: { from: LoadedThread; into: number; places: Place[] },
): Promise<void> {
  const at = ctx.community.id;
  const ids = places.map(({ id }) => id);
  const taken = await takePointers(tx, ctx, { thread: from, postIds: new Set(ids) });
  await placePosts(tx, at, places);
  await tx
    .updateTable("thread")
    .set({
      opening_post_id: places.find(({ kind }) => kind === "opening")!.id,
      merged_into: null,
      merged_at: null,
    })
    .where("community_id", "=", at)
    .where("id", "=", into)
    .execute();
  await followAuthors(tx, at, { threadId: into, postIds: ids, at: ctx.now });
  await givePointers(tx, ctx, { threadId: into, pointers: { ...taken, accepted: null } });
  await settleShape(tx, ctx, [from.id, into]);
}
