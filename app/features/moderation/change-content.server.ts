import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { clearOfficial } from "#app/features/threads/answer-pointers.server.ts";
import { editInTx } from "#app/features/threads/edit-post.server.ts";
import { loadPost, type LoadedPost } from "#app/features/threads/load-post.server.ts";
import { lockInTx } from "#app/features/threads/lock-thread.server.ts";
import { markOfficialInTx } from "#app/features/threads/mark-official.server.ts";
import { publishPost } from "#app/features/threads/publish-post.server.ts";
import { setThreadStateInTx } from "#app/features/threads/set-thread-state.server.ts";
import { assertRoom, pinInTx } from "#app/features/threads/tending/pin-thread.server.ts";
import { unlockInTx } from "#app/features/threads/unlock-thread.server.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import { loadThreadOf, type Change } from "./change.server.ts";
import { notPossible } from "./collisions.ts";
import { maskInTx } from "./masking/mask-in-tx.server.ts";
import { closeAsDuplicate, moveThere, openAgain, tagAnew } from "./tend-content.server.ts";

type Work = (change: Change) => Promise<void>;

const loadPostOf = ({ tx, ctx, decided }: Change): Promise<LoadedPost> =>
  loadPost(tx, ctx, decided.post_id!, { lock: true });

async function withdraw(change: Change, to: "hidden" | "deleted"): Promise<void> {
  const { tx, ctx, decided, words } = change;
  const { post_state: state, cases } = decided;
  // What reports hid may be hidden for good.
  const again = to === "hidden" && state === "hidden" && cases.length > 0;
  const live =
    state === "published" || state === "held" || (to === "deleted" && state === "hidden");
  if (!live && !again) throw notPossible(ctx, decided);
  if (decided.subject.kind === "thread") {
    const { id: threadId } = decided.subject;
    await setThreadStateInTx(tx, ctx, { threadId, to, reason: words.reason });
    return;
  }
  await withdrawPost(tx, ctx, await loadPostOf(change), { to, reason: words.reason });
}

/** Makes a held, hidden or removed post or thread visible. */
export async function show({ tx, ctx, decided }: Change): Promise<void> {
  if (decided.subject.kind === "thread") {
    const { id: threadId } = decided.subject;
    await setThreadStateInTx(tx, ctx, { threadId, to: "published", reason: "" });
    return;
  }
  await publishPost(tx, ctx, {
    id: decided.post_id!,
    thread_id: decided.thread_id!,
    kind: decided.post_kind!,
    state: decided.post_state!,
    created_at: new Date(decided.post_created_at!),
  });
}

async function edit(change: Change): Promise<void> {
  const { tx, ctx, decided, words, stored, input } = change;
  if (!stored || !input.edit) throw new InvalidError({ body: { key: "error.required" } });
  const post = await loadPostOf(change);
  if (post.state === "deleted") throw notPossible(ctx, decided);
  if (post.revision !== input.edit.baseRevision) {
    throw new ConflictError("edited_meanwhile", { key: "error.editedMeanwhile" });
  }
  const title = post.kind === "opening" ? (input.edit.title ?? null) : null;
  await editInTx(tx, ctx, { post, stored, title, reason: words.reason.slice(0, 300) });
}

async function lock(change: Change): Promise<void> {
  const thread = await loadThreadOf(change);
  if (thread.locked_at !== null || thread.merged_into !== null || thread.state === "deleted") {
    throw notPossible(change.ctx, change.decided);
  }
  await lockInTx(change.tx, change.ctx, { threadId: thread.id, reason: change.words.reason });
}

async function unlock(change: Change): Promise<void> {
  const thread = await loadThreadOf(change);
  const closed = thread.merged_into !== null || thread.duplicate_of !== null;
  if (thread.locked_at === null || closed) throw notPossible(change.ctx, change.decided);
  await unlockInTx(change.tx, change.ctx, thread.id);
}

async function pin(change: Change, on: boolean): Promise<void> {
  const thread = await loadThreadOf(change);
  const may = thread.state === "published" && thread.merged_into === null;
  if (thread.pinned === on || (on && !may)) throw notPossible(change.ctx, change.decided);
  if (on) await assertRoom(change.tx, change.ctx, thread);
  await pinInTx(change.tx, change.ctx, { threadId: thread.id, on });
}

async function official(change: Change, on: boolean): Promise<void> {
  const { tx, ctx, decided } = change;
  const post = await loadPostOf(change);
  const { thread } = post;
  const may = post.kind === "answer" && post.state === "published" && thread.state === "published";
  const already = thread.official_post_id === post.id;
  if (!may || already === on) throw notPossible(ctx, decided);
  if (on) await markOfficialInTx(tx, ctx, { thread, postId: post.id, at: ctx.now });
  else await clearOfficial(tx, ctx, thread);
}

const restore: Work = async (change) => {
  const { post_state: state } = change.decided;
  if (state !== "hidden" && state !== "deleted") throw notPossible(change.ctx, change.decided);
  await show(change);
};

/** What the verbs do to a post or thread. Each throws ConflictError where it isn't in a state for that. */
export const contentWork: Partial<Record<ModerationVerb, Work>> = {
  hide: (change) => withdraw(change, "hidden"),
  remove: (change) => withdraw(change, "deleted"),
  restore,
  edit,
  mask: maskInTx,
  lock,
  unlock,
  pin: (change) => pin(change, true),
  unpin: (change) => pin(change, false),
  mark_official: (change) => official(change, true),
  unmark_official: (change) => official(change, false),
  move: moveThere,
  retag: tagAnew,
  mark_duplicate: closeAsDuplicate,
  unmark_duplicate: openAgain,
};
