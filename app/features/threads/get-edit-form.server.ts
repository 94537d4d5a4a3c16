import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { PostKind } from "#db/schema-threads.ts";
import { getDrafts, type DraftView } from "./drafts/get-drafts.server.ts";
import { loadPost } from "./load-post.server.ts";
import { documentToMarkdown } from "./rich-text/document-to-markdown.ts";
import type { DocumentJson } from "./rich-text/schema.ts";
import { threadHref } from "./thread-view.ts";

export type EditForm = {
  postId: number;
  kind: PostKind;
  /** Only an opening post has one. */
  title: string | null;
  threadTitle: string;
  /** Markdown. */
  body: string;
  /** Sent back with the change, so that a newer one isn't overwritten. */
  baseRevision: number;
  href: string;
  draft: DraftView | null;
};

/** A post as its author may edit it. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function getEditForm(ctx: Ctx, input: { postId: number }): Promise<EditForm> {
  const post = await loadPost(ctx.db, ctx, input.postId);
  assertCan(ctx.actor, "post.edit", post.subject);
  const drafts = await getDrafts(ctx, [`edit:${post.id}`]);
  return {
    postId: post.id,
    kind: post.kind,
    title: post.kind === "opening" ? post.thread.title : null,
    threadTitle: post.thread.title,
    body: documentToMarkdown(post.document as DocumentJson),
    baseRevision: post.revision,
    href: `${threadHref(post.thread.id, post.thread.slug)}#post-${post.id}`,
    draft: drafts[`edit:${post.id}`] ?? null,
  };
}
