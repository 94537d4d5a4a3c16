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
import type { DocumentJson } from "./rich-text/schema.ts";
import { readReason, readTitle, WRITE_LIMITS, type Written } from "./write-rules.ts";

export type EditPost = Written & {
  postId: number;
  /** Of the thread; only with its opening post. */
  title?: string | undefined;
  /** The revision that the form was made from. */
  baseRevision: number;
  reason?: string | undefined;
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

/**
 * Changes a post's text, and a thread's title with its opening post; the old text stays as a
 * revision. Nothing changed makes no revision. Throws ConflictError when the text changed since the
 * form was made, InvalidError (body, title, reason), NotFoundError, SignInNeededError, ForbiddenError.
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
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    assertCan(ctx.actor, "post.edit", post.subject);
    if (post.revision !== input.baseRevision) {
      throw new ConflictError("edited_meanwhile", { key: "error.editedMeanwhile" });
    }
    const title = given ?? post.thread.title;
    const retitled = title !== post.thread.title;
    await removeDraft(tx, ctx, `edit:${post.id}`);
    if (stored.html === post.html && !retitled) return postRef(post);
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
    return postRef({ ...post, thread: { ...thread, slug } });
  });
}
