import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { removeDraft } from "./drafts/remove-draft.server.ts";
import { attachUploads } from "./attached/attach-uploads.server.ts";
import { refreshLine } from "./answer-pointers.server.ts";
import { loadPost, type LoadedPost } from "./load-post.server.ts";
import { postRef, type PostRef } from "./post-ref.ts";
import { keepToLimits } from "./newcomer-limits.server.ts";
import { readWritten } from "./read-written.server.ts";
import type { StoredText } from "./rich-text/render-text.ts";
import type { DocumentJson } from "./rich-text/schema.ts";
import { keepPosted, maskPosted } from "./screening/mask-posted.server.ts";
import { screenWritten } from "./screening/screen-written.server.ts";
import { settleEdit } from "./screening/settle-edit.server.ts";
import { readReason, readTitle, WRITE_LIMITS, type Written } from "./write-rules.ts";

export type EditPost = Written & {
  postId: number;
  /** Of the thread; only with its opening post. */
  title?: string | undefined;
  /** The revision that the form was made from. */
  baseRevision: number;
  reason?: string | undefined;
  /** What an AdviceError gave, to save it in spite of it. */
  asItIs?: string | undefined;
};

/**
 * Keeps the text as it stood before an edit; who edited, when and why are the edit's own, so that
 * revision N with the one after it tells the whole edit.
 */
async function keepRevision(tx: Tx, ctx: Ctx, post: LoadedPost, reason: string): Promise<void> {
  await tx
    .insertInto("revision")
    .values({
      community_id: ctx.community.id,
      post_id: post.id,
      number: post.revision,
      title: post.kind === "opening" ? post.thread.title : null,
      document: JSON.stringify(post.document),
      text: post.text,
      editor_id: ctx.actor.id,
      reason,
      created_at: ctx.now,
    })
    .execute();
}

export type Edited = {
  post: LoadedPost;
  stored: StoredText;
  /** `null`: as it is. */
  title: string | null;
  reason: string;
};

/**
 * Writes a new text, and title with an opening post; the old ones stay as a revision. The caller holds
 * the rows of thread and post. Gives the slug of the thread.
 */
export async function editInTx(
  tx: Tx,
  ctx: Ctx,
  { post, stored, title: given, reason }: Edited,
): Promise<{ slug: string }> {
  const title = given ?? post.thread.title;
  const retitled = title !== post.thread.title;
  if (stored.html === post.html && !retitled) return { slug: post.thread.slug };
  await keepRevision(tx, ctx, post, reason);
  await tx
    .updateTable("post")
    .set({
      document: JSON.stringify(stored.document),
      html: stored.html,
      text: stored.text,
      revision: post.revision + 1,
      edited_at: ctx.now,
      edited_by: ctx.actor.id,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", post.id)
    .execute();
  const { document } = stored;
  await attachUploads(tx, ctx, { postId: post.id, document, before: post.document });
  const { thread } = post;
  const slug = retitled ? slugOf(title) : thread.slug;
  if (retitled) {
    await tx
      .updateTable("thread")
      .set({ title, slug })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
  }
  if (thread.accepted_post_id === post.id || thread.official_post_id === post.id) {
    await refreshLine(tx, ctx.community.id, thread.id);
  }
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "post.edited",
    payload: { threadId: thread.id, postId: post.id },
  });
  return { slug };
}

/**
 * Changes a post's text, and a thread's title with its opening post; the old text stays as a
 * revision. Nothing changed makes no revision. Throws ConflictError when the text changed since the
 * form was made, InvalidError (body, title, reason), AdviceError, NotFoundError, SignInNeededError,
 * ForbiddenError.
 */
export async function editPost(ctx: Ctx, input: EditPost): Promise<PostRef> {
  const early = await loadPost(ctx.db, ctx, input.postId);
  assertCan(ctx.actor, "post.edit", early.subject);
  const stored = await readWritten(ctx, input);
  const before = early.document as DocumentJson;
  await keepToLimits(ctx, stored.document, { before, threadId: early.thread_id });
  const reason = readReason(input.reason, { max: WRITE_LIMITS.reason });
  const given =
    early.kind === "opening" && input.title !== undefined ? readTitle(input.title) : null;
  const shownTitle = early.kind === "opening" ? early.thread.title : "";
  const screening = await screenWritten(ctx, {
    place: { kind: early.kind, threadId: early.thread_id, postId: early.id },
    title: given ?? shownTitle,
    stored,
    before: { title: shownTitle, document: before },
    asItIs: input.asItIs,
  });
  const posted = maskPosted(ctx, screening, { title: given, stored });
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.edit", post.subject);
    if (post.revision !== input.baseRevision) {
      throw new ConflictError("edited_meanwhile", { key: "error.editedMeanwhile" });
    }
    await removeDraft(tx, ctx, `edit:${post.id}`);
    const changes = posted.stored.html !== post.html;
    const number = changes ? post.revision + 1 : post.revision;
    await keepPosted(tx, ctx, { postId: post.id, number, posted });
    const { slug } = await editInTx(tx, ctx, { ...posted, post, reason });
    await settleEdit(tx, ctx, { post, screening });
    return postRef({ ...post, thread: { ...post.thread, slug } });
  });
}
