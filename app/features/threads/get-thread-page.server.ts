import { can } from "#app/features/members/policy.ts";
import { formatDuration, formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { encodeCursor } from "#db/page.server.ts";
import { loadThreadHead, type ThreadHead } from "./load-thread-head.server.ts";
import { ANSWERS_A_PAGE, loadThreadPosts, type PostRow } from "./load-thread-posts.server.ts";
import { postView } from "./post-view.ts";
import { threadSubject } from "./subjects.ts";
import {
  stateKeyOf,
  threadHref,
  type PagePlace,
  type PostWithReplies,
  type RelatedThread,
  type ThreadPage,
  type ThreadSort,
  type ThreadTimeline,
  type ThreadView,
} from "./thread-view.ts";

/** No thread has more; a larger number would only be counted past. */
const MOST_PAGES = 100_000;

export type GetThreadPage = {
  threadId: number;
  sort?: ThreadSort | undefined;
  cursor?: string | null | undefined;
  /** A page of answers, from 1; instead of a cursor. */
  page?: number | null | undefined;
  /** Opens the page of answers that holds this post. */
  postId?: number | null | undefined;
  /** Gives every reply to this answer (1,000 at most) instead of the first 50. */
  allRepliesOf?: number | null | undefined;
};

function timeline(
  ctx: Ctx,
  head: ThreadHead,
  official: PostRow | undefined,
  accepted: PostRow | undefined,
): ThreadTimeline {
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  const since = (at: Date) => formatDuration(ctx.t, at.getTime() - head.created_at.getTime());
  const first = head.first_answer_at;
  const solved = head.accepted_at;
  return {
    asked: time(head.created_at),
    firstAnswer: first && { after: since(first), at: time(first) },
    solved: solved && {
      after: since(solved),
      at: time(solved),
      by: accepted?.name ?? accepted?.source_author ?? null,
    },
    official: official ? { at: time(official.created_at), by: official.name } : null,
  };
}

function threadCan(ctx: Ctx, head: ThreadHead): ThreadView["can"] {
  const subject = threadSubject(head);
  return {
    answer: can(ctx.actor, "thread.answer", subject),
    sameHere: can(ctx.actor, "thread.sameHere", subject),
    lock: can(ctx.actor, "thread.lock", subject),
    unlock: can(ctx.actor, "thread.unlock", subject),
    delete: can(ctx.actor, "thread.delete", subject),
    restore: can(ctx.actor, "thread.restore", subject),
    hide: can(ctx.actor, "thread.hide", subject),
    tend:
      can(ctx.actor, "thread.retag", subject) ||
      can(ctx.actor, "thread.markDuplicate", subject) ||
      can(ctx.actor, "thread.move", subject),
    propose:
      subject.state === "published" && !subject.locked && can(ctx.actor, "thread.propose", subject),
    askTeam: can(ctx.actor, "thread.askTeam", subject),
    undoDuplicate: can(ctx.actor, "thread.unmarkDuplicate", subject),
    pin: can(ctx.actor, "thread.pin", subject),
    unpin: can(ctx.actor, "thread.unpin", subject),
    manageIdea: can(ctx.actor, "idea.setStatus", subject),
    reportFix:
      (head.accepted_post_id ?? head.official_post_id) !== null &&
      can(ctx.actor, "thread.reportFix", subject),
    invite: head.accepted_post_id === null && can(ctx.actor, "thread.inviteToAnswer", subject),
  };
}

function duplicateOf(head: ThreadHead): ThreadView["duplicateOf"] {
  const { duplicate_of: id, duplicate_target: target } = head;
  if (id === null) return null;
  return target ? { href: threadHref(target.id, target.slug), title: target.title } : "unseen";
}

function threadView(ctx: Ctx, head: ThreadHead, history: ThreadTimeline): ThreadView {
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  return {
    id: head.id,
    href: threadHref(head.id, head.slug),
    slug: head.slug,
    title: head.title,
    kind: head.kind,
    stateKey: stateKeyOf(head),
    state: head.state,
    stateReason: head.state_reason,
    locked: head.locked_at && { reason: head.locked_reason, at: time(head.locked_at) },
    pinned: head.pinned,
    idea: head.idea_status && { status: head.idea_status, note: head.idea_note },
    space: { slug: head.space_slug, name: head.space_name, readRole: head.read_role },
    tags: head.tags,
    fields: head.fields,
    author:
      head.author_handle === null
        ? null
        : { handle: head.author_handle, name: head.author_name ?? "" },
    acceptedBy: head.accepter_name,
    mine: head.author_id !== null && head.author_id === ctx.actor.id,
    at: time(head.created_at),
    lastActivity: time(head.last_activity_at),
    counts: {
      answers: head.answer_count,
      replies: head.reply_count,
      sameHere: head.same_here_count,
      helpful: head.helpful_count,
    },
    viewerSameHere: head.viewer_same_here,
    viewerFollows: head.viewer_follows,
    viewerFix: head.viewer_fix,
    mergedInto: head.merged_target && {
      href: threadHref(head.merged_target.id, head.merged_target.slug),
      title: head.merged_target.title,
    },
    splitFrom: head.split_source && {
      href: threadHref(head.split_source.id, head.split_source.slug),
      title: head.split_source.title,
    },
    splitInto: head.split_off.map(({ id, slug, title }) => ({ href: threadHref(id, slug), title })),
    duplicateOf: duplicateOf(head),
    acceptedPostId: head.accepted_post_id,
    officialPostId: head.official_post_id,
    timeline: history,
    can: threadCan(ctx, head),
  };
}

function relatedView(head: ThreadHead): RelatedThread[] {
  return head.related.map((row) => ({
    id: row.id,
    href: threadHref(row.id, row.slug),
    title: row.title,
    kind: row.kind,
    stateKey: stateKeyOf(row),
    counts: { sameHere: row.same_here_count, replies: row.reply_count },
  }));
}

/** Addresses carry anything; only what can be an id is asked for. */
function idOrNull(given: number | null | undefined): number | null {
  return Number.isSafeInteger(given) ? given! : null;
}

/** Hangs the replies under their answers. */
function assemble(ctx: Ctx, head: ThreadHead, rows: PostRow[]) {
  const roots = rows.filter((row) => row.kind !== "reply");
  const replies = new Map<number, PostRow[]>();
  for (const row of rows) {
    if (row.kind !== "reply") continue;
    const under = replies.get(row.root_id);
    if (under) under.push(row);
    else replies.set(row.root_id, [row]);
  }
  const view = (root: PostRow): PostWithReplies => {
    const under = replies.get(root.id) ?? [];
    return {
      ...postView(ctx, head, root, root.state),
      replies: under.map((row) => postView(ctx, head, row, root.state)),
      moreReplies: Math.max(0, root.visible_replies - under.length),
    };
  };
  return { roots, view };
}

type Shown = { skipped: number; shown: number; more: boolean };

/** Where a page stands; held and hidden answers take a place but aren't counted, so totals give way. */
function placeOf(head: ThreadHead, { skipped, shown, more }: Shown): PagePlace | null {
  if (skipped === 0 && !more) return null;
  const boxed = new Set([head.accepted_post_id, head.official_post_id].filter((id) => id !== null));
  const to = skipped + shown;
  const total = Math.max(head.answer_count - boxed.size, to + (more ? 1 : 0));
  return {
    page: skipped / ANSWERS_A_PAGE + 1,
    pages: Math.ceil(total / ANSWERS_A_PAGE),
    from: skipped + 1,
    to,
    total,
  };
}

/**
 * A thread page in two queries: the thread with what surrounds it, then its posts; the viewer's own
 * votes come with them. Throws NotFoundError when it isn't there or isn't for the actor, and for a
 * page after the last.
 */
export async function getThreadPage(ctx: Ctx, input: GetThreadPage): Promise<ThreadPage> {
  const sort = input.sort ?? "oldest";
  const head = await loadThreadHead(ctx, input.threadId);
  const wanted = idOrNull(input.page);
  const page = wanted !== null && wanted > 1 && wanted <= MOST_PAGES ? wanted : null;
  const rows = await loadThreadPosts(ctx, head, {
    sort,
    cursor: page === null ? input.cursor : null,
    page,
    postId: idOrNull(input.postId),
    allRepliesOf: idOrNull(input.allRepliesOf),
  });
  const { roots, view } = assemble(ctx, head, rows);
  const byId = new Map(roots.map((row) => [row.id, row]));
  const opening = byId.get(head.opening_post_id);
  if (!opening) throw new NotFoundError();
  const accepted = head.accepted_post_id === null ? undefined : byId.get(head.accepted_post_id);
  const official = head.official_post_id === null ? undefined : byId.get(head.official_post_id);
  const others = roots.filter((row) => row.place !== null);
  const shown = others.slice(0, ANSWERS_A_PAGE);
  const last = others.length > ANSWERS_A_PAGE ? shown.at(-1) : undefined;
  const cursor = page === null && Boolean(input.cursor);
  const skipped = opening.skipped;
  if (page !== null && shown.length === 0 && !input.postId) throw new NotFoundError();
  return {
    thread: threadView(ctx, head, timeline(ctx, head, official, accepted)),
    opening: view(opening),
    accepted: accepted ? view(accepted) : null,
    official: official && official !== accepted ? view(official) : null,
    answers: shown.map(view),
    sort,
    next: last
      ? encodeCursor({
          value: sort === "oldest" ? last.created_stamp : last.helpful_count,
          id: last.id,
        })
      : null,
    hasEarlier: cursor || skipped > 0,
    place: cursor
      ? null
      : placeOf(head, { skipped, shown: shown.length, more: last !== undefined }),
    related: relatedView(head),
  };
}
