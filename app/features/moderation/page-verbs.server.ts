import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { removeDraft } from "#app/features/threads/drafts/remove-draft.server.ts";
import { editPost, type EditPost } from "#app/features/threads/edit-post.server.ts";
import { loadPost, loadThread } from "#app/features/threads/load-post.server.ts";
import {
  postRef,
  threadRef,
  type PostRef,
  type ThreadRef,
} from "#app/features/threads/post-ref.ts";
import { postVerbs } from "#app/features/threads/post-verbs.server.ts";
import type { VerbInput } from "#app/features/threads/schemas.ts";
import { markDuplicate } from "#app/features/threads/tending/mark-duplicate.server.ts";
import { moveThread } from "#app/features/threads/tending/move-thread.server.ts";
import { retagThread } from "#app/features/threads/tending/retag-thread.server.ts";
import { threadVerbs } from "#app/features/threads/thread-verbs.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decide } from "./decide.server.ts";

/** What staff decide when they press these beside what others wrote. */
const OF_POSTS: Record<string, ModerationVerb> = {
  delete: "remove",
  restore: "restore",
  hide: "hide",
  unhide: "approve",
  "mark-official": "mark_official",
  "unmark-official": "unmark_official",
};
const OF_THREADS: Record<string, ModerationVerb> = {
  lock: "lock",
  unlock: "unlock",
  delete: "remove",
  restore: "restore",
  hide: "hide",
  pin: "pin",
  unpin: "unpin",
  "undo-duplicate": "unmark_duplicate",
};
/** Order, not judgement: what staff may do beside what their equals wrote too, then without a decision. */
const TIDYING: ReadonlySet<ModerationVerb> = new Set([
  "mark_official",
  "unmark_official",
  "pin",
  "unpin",
  "unmark_duplicate",
  "retag",
  "move",
  "mark_duplicate",
  "edit",
]);

/**
 * Runs a decision; where the actor has no say over the author but may put things in order, what is
 * done without one.
 */
async function decideOr<T>(
  ctx: Ctx,
  input: Parameters<typeof decide>[1],
  { otherwise, done }: { otherwise: () => Promise<T>; done: () => T | Promise<T> },
): Promise<T> {
  try {
    await decide(ctx, input);
  } catch (error) {
    if (error instanceof ForbiddenError && TIDYING.has(input.verb)) return otherwise();
    throw error;
  }
  return done();
}

/** The form for removing asks for none. */
function reasonOf(ctx: Ctx, verb: ModerationVerb, { reason }: VerbInput): string {
  if (verb !== "remove" || (reason ?? "").trim() !== "") return reason ?? "";
  return translatorOf(ctx.community.locale)("moderation.noReason");
}

/** What already is as the verb would have it, pressed twice or by two: no decision, and no complaint. */
const SAME: Record<string, string[]> = {
  remove: ["deleted"],
  restore: ["published"],
  approve: ["published"],
};

/**
 * A small form beside a post, as in `postVerbs`; what staff do to the posts of others is a decision.
 * Throws what the verbs and `decide` throw.
 */
export async function runPostVerb(
  ctx: Ctx,
  { name, postId, input }: { name: string; postId: number; input: VerbInput },
): Promise<PostRef> {
  const run = postVerbs[name]!;
  const verb = OF_POSTS[name];
  if (!verb || !isStaff(ctx.actor.role)) return run(ctx, postId, input);
  const post = await loadPost(ctx.db, ctx, postId);
  const subject = { kind: "post", id: postId } as const;
  const same = SAME[verb]?.includes(post.state) === true;
  const own = post.author_id === ctx.actor.id;
  if (post.kind === "opening" || same || own) return run(ctx, postId, input);
  const official = post.thread.official_post_id === post.id;
  if ((verb === "mark_official" && official) || (verb === "unmark_official" && !official)) {
    return run(ctx, postId, input);
  }
  return decideOr(
    ctx,
    { verb, subject, reason: reasonOf(ctx, verb, input) },
    { otherwise: () => run(ctx, postId, input), done: () => postRef(post) },
  );
}

/** A small form beside a thread, as in `threadVerbs`; see `runPostVerb`. */
export async function runThreadVerb(
  ctx: Ctx,
  { name, threadId, input }: { name: string; threadId: number; input: VerbInput },
): Promise<ThreadRef> {
  const run = threadVerbs[name]!;
  const verb = OF_THREADS[name];
  if (!verb || !isStaff(ctx.actor.role)) return run(ctx, threadId, input);
  const thread = await loadThread(ctx.db, ctx, threadId);
  const subject = { kind: "thread", id: threadId } as const;
  const locked = thread.locked_at !== null;
  const same =
    SAME[verb]?.includes(thread.state) === true ||
    (verb === "lock" && locked) ||
    (verb === "unlock" && !locked) ||
    (verb === "pin" && thread.pinned) ||
    (verb === "unpin" && !thread.pinned) ||
    (verb === "unmark_duplicate" && thread.duplicate_of === null);
  const settled = verb === "restore" && thread.state === "held" ? "approve" : verb;
  if (same || thread.author_id === ctx.actor.id) return run(ctx, threadId, input);
  return decideOr(
    ctx,
    { verb: settled, subject, reason: reasonOf(ctx, settled, input) },
    { otherwise: () => run(ctx, threadId, input), done: () => threadRef(thread) },
  );
}

export type Tended =
  | { verb: "retag"; tags: string[] }
  | { verb: "mark_duplicate"; target: string }
  | { verb: "move"; spaceSlug: string };

function tendWithout(ctx: Ctx, threadId: number, tended: Tended): Promise<ThreadRef> {
  if (tended.verb === "retag") return retagThread(ctx, { threadId, tags: tended.tags });
  if (tended.verb === "move") return moveThread(ctx, { threadId, spaceSlug: tended.spaceSlug });
  return markDuplicate(ctx, { threadId, target: tended.target });
}

/**
 * Puts a thread in order; what staff do to the threads of others is a decision. Throws what the
 * commands and `decide` throw.
 */
export async function tendThread(ctx: Ctx, threadId: number, tended: Tended): Promise<ThreadRef> {
  const otherwise = () => tendWithout(ctx, threadId, tended);
  if (!isStaff(ctx.actor.role)) return otherwise();
  const thread = await loadThread(ctx.db, ctx, threadId);
  if (thread.author_id === ctx.actor.id) return otherwise();
  return decideOr(
    ctx,
    { ...tended, subject: { kind: "thread", id: threadId } },
    { otherwise, done: () => threadRef(thread) },
  );
}

/** Edits a post; what staff change of the posts of others is a decision. Throws what `editPost` and `decide` throw. */
export async function editOrDecide(ctx: Ctx, input: EditPost): Promise<PostRef> {
  const otherwise = () => editPost(ctx, input);
  if (!isStaff(ctx.actor.role)) return otherwise();
  const post = await loadPost(ctx.db, ctx, input.postId);
  if (post.author_id === ctx.actor.id) return otherwise();
  const { body, document, title, baseRevision } = input;
  const subject =
    post.kind === "opening"
      ? ({ kind: "thread", id: post.thread.id } as const)
      : ({ kind: "post", id: post.id } as const);
  const given = (input.reason ?? "").trim();
  const reason =
    given === "" ? translatorOf(ctx.community.locale)("moderation.noReasonEdit") : given;
  return decideOr(
    ctx,
    { verb: "edit", subject, reason, edit: { body, document, title, baseRevision } },
    {
      otherwise,
      done: async () => {
        await inTransaction(ctx.db, (tx) => removeDraft(tx, ctx, `edit:${post.id}`));
        return postRef(post);
      },
    },
  );
}
