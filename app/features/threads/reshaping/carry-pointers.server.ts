import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { acceptInTx } from "../accept-answer.server.ts";
import { clearAccepted, clearOfficial } from "../answer-pointers.server.ts";
import type { LoadedThread } from "../load-post.server.ts";
import { loadThread } from "../load-post.server.ts";
import { markOfficialInTx } from "../mark-official.server.ts";

/** What a thread points at, of some of its posts. */
export type Pointers = {
  accepted: { postId: number; by: number | null; at: Date } | null;
  official: { postId: number; at: Date } | null;
};

/** Takes a thread's accepted and official answer away when they are among these posts; gives them. */
export async function takePointers(
  tx: Tx,
  ctx: Ctx,
  { thread, postIds }: { thread: LoadedThread; postIds: ReadonlySet<number> },
): Promise<Pointers> {
  const { accepted_post_id: accepted, official_post_id: official } = thread;
  const taken: Pointers = { accepted: null, official: null };
  if (accepted !== null && postIds.has(accepted)) {
    const at = thread.accepted_at ?? ctx.now;
    taken.accepted = { postId: accepted, by: thread.accepted_by, at };
    await clearAccepted(tx, ctx, thread);
  }
  if (official !== null && postIds.has(official)) {
    taken.official = { postId: official, at: thread.official_at ?? ctx.now };
    await clearOfficial(tx, ctx, thread);
  }
  return taken;
}

/** Gives a thread an accepted or official answer that it hasn't, from where it stands there now. */
export async function givePointers(
  tx: Tx,
  ctx: Ctx,
  { threadId, pointers }: { threadId: number; pointers: Pointers },
): Promise<void> {
  const { accepted, official } = pointers;
  const thread = await loadThread(tx, ctx, threadId, { lock: true });
  const places = await tx
    .selectFrom("post")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", threadId)
    .where("kind", "=", "answer")
    .where("id", "in", [accepted?.postId ?? 0, official?.postId ?? 0])
    .execute();
  const answers = new Set(places.map(({ id }) => id));
  const takes = thread.kind === "question" && thread.accepted_post_id === null;
  if (accepted && takes && answers.has(accepted.postId)) {
    await acceptInTx(tx, ctx, { thread, accepted });
  }
  if (official && thread.official_post_id === null && answers.has(official.postId)) {
    await markOfficialInTx(tx, ctx, { thread, ...official });
  }
}
