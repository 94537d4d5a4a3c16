import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { can } from "#app/features/members/policy.ts";
import { chooseTags } from "#app/features/threads/choose-tags.server.ts";
import { loadThread, type LoadedThread } from "#app/features/threads/load-post.server.ts";
import { convertInTx } from "#app/features/threads/reshaping/convert-thread.server.ts";
import { leadingTo, mergeInTx } from "#app/features/threads/reshaping/merge-threads.server.ts";
import { placesOf } from "#app/features/threads/reshaping/place-posts.server.ts";
import {
  insertEmptied,
  placesApart,
  splitInTx,
  withReplies,
} from "#app/features/threads/reshaping/split-thread.server.ts";
import { targetId } from "#app/features/threads/tending/load-pair.server.ts";
import { readTitle } from "#app/features/threads/write-rules.ts";
import { ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import { loadThreadOf, type Change } from "../change.server.ts";
import { nothingToDo, notPossible } from "../collisions.ts";

/** What a change will touch, and the change. */
export type Reshaping = { targets: string[]; run: () => Promise<void> };

/** More at once would hold too many rows for too long. */
const MOST_POSTS = 5_000;

/** Whether the actor moderates spaces without being of the staff. */
const isLocal = ({ ctx: { actor } }: Change) =>
  actor.kind === "member" && actor.moderates !== undefined;

function assertSay(change: Change, spaceId: number): void {
  const { actor } = change.ctx;
  const says = actor.kind === "member" && actor.moderates?.has(spaceId) === true;
  if (isLocal(change) && !says) throw new ForbiddenError();
}

/** Announcements are the brand's own. */
function assertKind(change: Change, ...kinds: ThreadKind[]): void {
  if (isLocal(change) && kinds.includes("announcement")) throw new ForbiddenError();
}

/** The subject's thread, in which there is something to move or convert. */
async function liveThread(change: Change): Promise<LoadedThread> {
  const thread = await loadThreadOf(change);
  if (thread.merged_into !== null || thread.state === "deleted") {
    throw notPossible(change.ctx, change.decided);
  }
  return thread;
}

async function placesWithin(change: Change, thread: LoadedThread) {
  const places = await placesOf(change.tx, change.ctx.community.id, thread.id);
  if (places.length > MOST_POSTS) {
    throw new InvalidError({
      subject: { key: "moderation.tooManyPosts", params: { max: MOST_POSTS } },
    });
  }
  return places;
}

const ALIKE: readonly ThreadKind[] = ["question", "discussion"];

/** The thread that another is merged into. Throws InvalidError (target). */
async function mergeTarget(change: Change, thread: LoadedThread): Promise<LoadedThread> {
  const { tx, ctx, input } = change;
  const missing = { key: "moderation.mergeTarget" };
  const id = targetId(input.target ?? "", missing);
  if (id === thread.id) throw new InvalidError({ target: { key: "powers.targetItself" } });
  const into = await loadThread(tx, ctx, id, { lock: true }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
  const fits =
    into?.kind === thread.kind ||
    (into && ALIKE.includes(into.kind) && ALIKE.includes(thread.kind));
  const open =
    into?.state === "published" && into.merged_into === null && into.duplicate_of === null;
  if (!into || !fits || !open) throw new InvalidError({ target: missing });
  return into;
}

async function merge(change: Change): Promise<Reshaping> {
  const { tx, ctx, decided } = change;
  if (decided.subject.kind !== "thread") throw notPossible(ctx, decided);
  const thread = await liveThread(change);
  if (thread.state !== "published" || thread.duplicate_of !== null) throw notPossible(ctx, decided);
  const into = await mergeTarget(change, thread);
  assertSay(change, into.space_id);
  assertKind(change, thread.kind);
  const leading = await leadingTo(tx, ctx.community.id, thread.id);
  // A duplicate leads to a question alone.
  if (into.kind !== "question" && leading.some((row) => row.duplicate_of === thread.id)) {
    throw new InvalidError({ target: { key: "moderation.mergeTarget" } });
  }
  const places = await placesWithin(change, thread);
  const threads = [thread.id, into.id, ...leading.map(({ id }) => id)];
  return {
    targets: [
      ...threads.map((id) => `thread:${id}`),
      ...places.map(({ id }) => `post:${id}`),
      `marks:${thread.id}`,
      `marks:${into.id}`,
    ],
    run: () => mergeInTx(tx, ctx, { thread, into }),
  };
}

/** The space of the new thread; without a slug the old one's. Throws InvalidError (spaceSlug). */
async function placeApart(change: Change, thread: LoadedThread, kind: ThreadKind): Promise<number> {
  const { tx, ctx, input } = change;
  const query = tx
    .selectFrom("space")
    .select(["id", "read_role", "post_role"])
    .where("community_id", "=", ctx.community.id);
  const space = await (
    input.spaceSlug
      ? query.where("slug", "=", input.spaceSlug)
      : query.where("id", "=", thread.space_id)
  ).executeTakeFirst();
  const place = space && { kind, readRole: space.read_role, postRole: space.post_role };
  if (!place || !can(ctx.actor, "thread.start", place)) {
    throw new InvalidError({ spaceSlug: { key: "error.unknownSpace" } });
  }
  assertSay(change, space.id);
  return space.id;
}

/** The chosen posts with what hangs under them; the first of them is to be visible. Throws InvalidError (posts). */
async function chosenOf(change: Change, thread: LoadedThread) {
  const { tx, ctx, decided, input } = change;
  const own = decided.subject.kind === "post" ? [decided.subject.id] : [];
  const chosen = new Set(input.posts?.length ? input.posts : own);
  const places = await placesWithin(change, thread);
  const within = places.filter(({ id, kind }) => chosen.has(id) && kind !== "opening");
  if (chosen.size === 0 || within.length < chosen.size) {
    throw new InvalidError({ posts: { key: "moderation.splitPosts" } });
  }
  const moved = placesApart(withReplies(places, chosen), 0);
  const openingId = moved.find(({ kind }) => kind === "opening")!.id;
  const opening = await tx
    .selectFrom("post")
    .select("state")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", openingId)
    .executeTakeFirst();
  if (opening?.state !== "published") {
    throw new InvalidError({ posts: { key: "moderation.splitFirst" } });
  }
  return { moved, openingId };
}

async function split(change: Change): Promise<Reshaping> {
  const { tx, ctx, decided, input } = change;
  const thread = await liveThread(change);
  if (thread.state !== "published") throw notPossible(ctx, decided);
  const kind = input.threadKind ?? (thread.kind === "announcement" ? "discussion" : thread.kind);
  assertKind(change, kind);
  const title = readTitle(input.title ?? "");
  const spaceId = await placeApart(change, thread, kind);
  const { moved, openingId } = await chosenOf(change, thread);
  const tagIds = await chooseTags(tx, ctx, input.tags ?? []);
  const made = { from: thread, openingId, title, kind, spaceId, tagIds };
  const into = await insertEmptied(tx, ctx, made);
  const places = moved.map((place) => ({ ...place, thread_id: into }));
  return {
    targets: [
      `thread:${thread.id}`,
      `thread:${into}`,
      ...places.map(({ id }) => `post:${id}`),
      `marks:${into}`,
    ],
    run: () => splitInTx(tx, ctx, { from: thread, into, places }),
  };
}

async function convert(change: Change): Promise<Reshaping> {
  const { tx, ctx, decided, input } = change;
  if (decided.subject.kind !== "thread") throw notPossible(ctx, decided);
  const kind = input.threadKind;
  if (!kind) throw new InvalidError({ threadKind: { key: "error.required" } });
  const thread = await liveThread(change);
  if (thread.kind === kind) throw nothingToDo();
  assertKind(change, kind, thread.kind);
  const leading = await leadingTo(tx, ctx.community.id, thread.id);
  // A duplicate is a question and leads to one.
  const pairs =
    thread.duplicate_of !== null || leading.some((row) => row.duplicate_of === thread.id);
  if (pairs) throw notPossible(ctx, decided);
  return {
    targets: [`thread:${thread.id}`],
    run: () => convertInTx(tx, ctx, { thread, kind }),
  };
}

/** The verbs that change what threads are and which posts stand in them. */
export const reshapeWork: Partial<Record<ModerationVerb, (change: Change) => Promise<Reshaping>>> =
  { merge, split, convert };
