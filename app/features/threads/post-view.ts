import { can, type PostSubject } from "#app/features/members/policy.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { ContentState } from "#db/schema-threads.ts";
import type { ThreadHead } from "./load-thread-head.server.ts";
import type { PostRow } from "./load-thread-posts.server.ts";
import { postSubject } from "./subjects.ts";
import { VOTES_TO_HIDE } from "./tending/votes-to-hide.ts";
import { threadHref, type AuthorView, type PostCan, type PostView } from "./thread-view.ts";

type ViewCtx = Pick<Ctx, "actor" | "t" | "now" | "community">;

/** Everything the viewer may do with a post. */
export function postCan(actor: Actor, subject: PostSubject): PostCan {
  return {
    edit: can(actor, "post.edit", subject),
    delete: can(actor, "post.delete", subject),
    restore: can(actor, "post.restore", subject),
    hide: can(actor, "post.hide", subject),
    voteHide: can(actor, "post.voteHide", subject),
    unhide: can(actor, "post.unhide", subject),
    vote: can(actor, "post.vote", subject),
    reply: can(actor, "post.reply", subject),
    accept: !subject.accepted && can(actor, "answer.accept", subject),
    unaccept: can(actor, "answer.unaccept", subject),
    markOfficial: can(actor, "answer.markOfficial", subject),
    seeRevisions: can(actor, "post.seeRevisions", subject),
  };
}

function authorView(row: PostRow): AuthorView | null {
  if (row.handle === null) return null;
  return {
    handle: row.handle,
    name: row.name ?? "",
    hue: row.hue ?? 0,
    role: row.role ?? "member",
    rank: row.rank ?? 0,
    title: row.title ?? "",
  };
}

function sourceView(row: PostRow): PostView["source"] {
  if (row.source_url === null && row.source_author === null && row.licence === null) return null;
  return { url: row.source_url, author: row.source_author, licence: row.licence };
}

/** A post's row → what its page sends. A stub carries nothing of what was written or by whom. */
export function postView(
  ctx: ViewCtx,
  head: ThreadHead,
  row: PostRow,
  rootState: ContentState,
): PostView {
  const subject = postSubject(row, head, rootState);
  const stub = !can(ctx.actor, "post.read", subject);
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  return {
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    rootId: row.root_id,
    href: `${threadHref(head.id, head.slug)}#post-${row.id}`,
    html: stub ? "" : row.html,
    stub,
    author: stub ? null : authorView(row),
    at: time(row.created_at),
    editedAt: stub || row.edited_at === null ? null : time(row.edited_at),
    revision: row.revision,
    helpful: stub ? 0 : row.helpful_count,
    viewerVoted: row.viewer_voted,
    viewerBookmarked: row.viewer_bookmarked,
    mine: row.author_id !== null && row.author_id === ctx.actor.id,
    byAsker: !stub && row.author_id !== null && row.author_id === head.author_id,
    official: row.official,
    accepted: subject.accepted,
    state: row.state,
    worked:
      stub || row.last_worked_at === null
        ? null
        : { count: row.works_count, last: time(row.last_worked_at) },
    stateReason: stub && row.state === "deleted" ? "" : row.state_reason,
    hideVotes: can(ctx.actor, "post.voteHide", subject)
      ? { count: row.hide_votes, needed: VOTES_TO_HIDE, mine: row.viewer_voted_hide }
      : null,
    source: stub ? null : sourceView(row),
    can: postCan(ctx.actor, subject),
  };
}
