import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { loadPost } from "./load-post.server.ts";
import { diffText, type DiffSegment } from "./rich-text/diff-text.ts";
import { threadHref } from "./thread-view.ts";

export type EditView = {
  /** Number of the revision that the edit made; the first text is 1. */
  number: number;
  editor: { handle: string; name: string } | null;
  at: TimeText;
  reason: string;
  /** Only where the title changed. */
  title: DiffSegment[] | null;
  text: DiffSegment[];
};

export type PostHistory = {
  postId: number;
  href: string;
  threadTitle: string;
  author: { handle: string; name: string } | null;
  writtenAt: TimeText;
  revision: number;
  /** Newest first. */
  edits: EditView[];
  /** Edits older than those given. */
  more: number;
};

const MAX_EDITS = 30;

function person(row: { handle: string | null; name: string | null }) {
  return row.handle === null ? null : { handle: row.handle, name: row.name ?? "" };
}

async function loadRevisions(ctx: Ctx, postId: number) {
  return ctx.db
    .selectFrom("revision")
    .leftJoin("member as editor", (join) =>
      join
        .onRef("editor.community_id", "=", "revision.community_id")
        .onRef("editor.id", "=", "revision.editor_id"),
    )
    .select(["revision.number", "revision.title", "revision.text", "revision.reason"])
    .select(["revision.created_at", "editor.handle", "editor.name"])
    .where("revision.community_id", "=", ctx.community.id)
    .where("revision.post_id", "=", postId)
    .orderBy("revision.number", "desc")
    .limit(MAX_EDITS)
    .execute();
}

/**
 * What was changed in a post, edit by edit, as readable diffs of its text and title.
 * Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function getPostHistory(ctx: Ctx, input: { postId: number }): Promise<PostHistory> {
  const post = await loadPost(ctx.db, ctx, input.postId);
  assertCan(ctx.actor, "post.seeRevisions", post.subject);
  const rows = await loadRevisions(ctx, post.id);
  const author = await ctx.db
    .selectFrom("member")
    .select(["handle", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", post.author_id ?? 0)
    .executeTakeFirst();
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  let after = { text: post.text, title: post.kind === "opening" ? post.thread.title : null };
  const edits = rows.map((row): EditView => {
    const titleChanged = after.title !== null && row.title !== null && row.title !== after.title;
    const edit: EditView = {
      number: row.number + 1,
      editor: person(row),
      at: time(row.created_at),
      reason: row.reason,
      title: titleChanged ? diffText(row.title!, after.title!) : null,
      text: diffText(row.text, after.text),
    };
    after = { text: row.text, title: row.title ?? after.title };
    return edit;
  });
  return {
    postId: post.id,
    href: `${threadHref(post.thread.id, post.thread.slug)}#post-${post.id}`,
    threadTitle: post.thread.title,
    author: author ? person(author) : null,
    writtenAt: time(post.created_at),
    revision: post.revision,
    edits,
    more: Math.max(0, post.revision - 1 - rows.length),
  };
}
