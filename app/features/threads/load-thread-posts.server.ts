import { sql, type RawBuilder, type Selectable } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { decodeCursor } from "#db/page.server.ts";
import type { PostTable } from "#db/schema-threads.ts";
import type { ThreadHead } from "./load-thread-head.server.ts";
import type { ThreadSort } from "./thread-view.ts";
import { isCount, isStamp, stampText } from "./time-cursor.ts";
import { visiblePost } from "./visible-to.server.ts";

/** Answers on a page, and replies shown under one before "more". */
export const ANSWERS_A_PAGE = 20;
const REPLIES_SHOWN = 50;
const ALL_REPLIES = 1_000;

export type PostRow = Pick<
  Selectable<PostTable>,
  | "id"
  | "kind"
  | "parent_id"
  | "root_id"
  | "author_id"
  | "html"
  | "state"
  | "state_reason"
  | "state_by"
  | "official"
  | "helpful_count"
  | "revision"
  | "edited_at"
  | "licence"
  | "source_url"
  | "source_author"
  | "works_count"
  | "last_worked_at"
  | "created_at"
> & {
  handle: string | null;
  name: string | null;
  hue: number | null;
  role: MemberRole | null;
  rank: number | null;
  title: string | null;
  viewer_voted: boolean;
  viewer_bookmarked: boolean;
  replied_by_others: boolean;
  /** Open votes to hide it; counted only for whoever may vote so. */
  hide_votes: number;
  viewer_voted_hide: boolean;
  created_stamp: string;
  /** For an answer or opening post: how many replies the actor may see. */
  visible_replies: number;
  /** Order among the answers of the page; `null` for posts that stand on every page. */
  place: number | null;
  /** How many answers stand before the page. */
  skipped: number;
};

export type LoadPosts = {
  sort: ThreadSort;
  cursor?: string | null | undefined;
  /** From 1; counts instead of a cursor. */
  page?: number | null | undefined;
  postId?: number | null | undefined;
  allRepliesOf?: number | null | undefined;
};

type Scope = { ctx: Ctx; head: ThreadHead; input: LoadPosts };

const ORDER = {
  oldest: sql`answer.created_at, answer.id`,
  helpful: sql`answer.helpful_count desc, answer.id`,
} as const;

/** Answers that come after the cursor; everything when it isn't one of this order. */
function afterCursor({ input }: Scope): RawBuilder<unknown> {
  const cursor = decodeCursor(input.cursor);
  if (!cursor) return sql`true`;
  if (input.sort === "oldest") {
    if (!isStamp(cursor.value)) return sql`true`;
    return sql`(answer.created_at, answer.id) > (${cursor.value}::timestamptz, ${cursor.id})`;
  }
  if (!isCount(cursor.value)) return sql`true`;
  return sql`answer.helpful_count <= ${cursor.value}::int
    and (answer.helpful_count < ${cursor.value}::int or answer.id > ${cursor.id})`;
}

/** Whole pages of answers before the one asked for, or that holds the post: 0 when it stands on every page. */
function skippedFor(scope: Scope): RawBuilder<unknown> {
  const { postId, sort, page } = scope.input;
  if (!postId) return sql`select ${((page ?? 1) - 1) * ANSWERS_A_PAGE}::bigint as answers`;
  const before =
    sort === "oldest"
      ? sql`(answer.created_at, answer.id) < (target.created_at, target.id)`
      : sql`(answer.helpful_count > target.helpful_count
          or (answer.helpful_count = target.helpful_count and answer.id < target.id))`;
  return sql`
    select coalesce((
      select (count(answer.id) / ${sql.lit(ANSWERS_A_PAGE)}) * ${sql.lit(ANSWERS_A_PAGE)}
      from post wanted
      join post target on target.community_id = wanted.community_id and target.id = wanted.root_id
        and target.kind = 'answer' and not target.id = any(${fixedAnswers(scope)}::bigint[])
      left join post answer on ${otherAnswers(scope)} and ${before}
      where wanted.community_id = ${scope.ctx.community.id}
        and wanted.thread_id = ${scope.head.id} and wanted.id = ${postId}
    ), 0) as answers`;
}

function fixedAnswers({ head }: Scope): number[] {
  return [head.accepted_post_id, head.official_post_id].filter((id) => id !== null);
}

function otherAnswers(scope: Scope): RawBuilder<unknown> {
  return sql`answer.community_id = ${scope.ctx.community.id} and answer.thread_id = ${scope.head.id}
    and answer.kind = 'answer' and not answer.id = any(${fixedAnswers(scope)}::bigint[])
    and ${visiblePost(scope.ctx.actor, "answer")}`;
}

/** Ids of the posts to show: opening, accepted, official, a page of other answers, and their replies. */
function shownPosts(scope: Scope): RawBuilder<unknown> {
  const { ctx, head, input } = scope;
  const fixed = [head.opening_post_id, ...fixedAnswers(scope)];
  const limit = input.allRepliesOf
    ? sql`case when root.id = ${input.allRepliesOf} then ${sql.lit(ALL_REPLIES)} else ${sql.lit(REPLIES_SHOWN)} end`
    : sql.lit(REPLIES_SHOWN);
  // A reply that is asked for by its address is shown even where it stands beyond the limit.
  const wanted = input.postId
    ? sql`union (select reply.id from post reply where reply.community_id = ${ctx.community.id}
        and reply.root_id = root.id and reply.id = ${input.postId} and reply.kind = 'reply'
        and ${visiblePost(ctx.actor, "reply")})`
    : sql``;
  return sql`
    page as (
      select answer.id, row_number() over (order by ${ORDER[input.sort]}) as place
      from (
        select answer.id, answer.created_at, answer.helpful_count from post answer
        where ${otherAnswers(scope)} and ${afterCursor(scope)}
        order by ${ORDER[input.sort]}
        limit ${sql.lit(ANSWERS_A_PAGE + 1)} offset (select answers from skipped)
      ) answer
    ),
    root as (
      select id, place from page
      union all select fixed.id, null from unnest(${fixed}::bigint[]) as fixed (id)
    ),
    shown as (
      select id, place, true as is_root from root
      union all
      select under.id, null, false from root cross join lateral (
        (select reply.id from post reply
          where reply.community_id = ${ctx.community.id} and reply.root_id = root.id
            and reply.kind = 'reply' and ${visiblePost(ctx.actor, "reply")}
          order by reply.created_at, reply.id limit ${limit})
        ${wanted}
      ) under
    )`;
}

function voted(viewerId: number | null) {
  if (viewerId === null) return sql`false`;
  return sql`exists (select from vote where vote.community_id = post.community_id
    and vote.post_id = post.id and vote.member_id = ${viewerId})`;
}

function bookmarked(viewerId: number | null) {
  if (viewerId === null) return sql`false`;
  return sql`exists (select from bookmark b where b.community_id = post.community_id
    and b.post_id = post.id and b.member_id = ${viewerId})`;
}

/** Whether somebody else replied to it; asked only for what the viewer wrote. */
function repliedByOthers(viewerId: number | null) {
  if (viewerId === null) return sql`false`;
  return sql`(post.author_id = ${viewerId} and exists (
    select from post below where below.community_id = post.community_id and below.root_id = post.root_id
      and below.parent_id = post.id and below.state = 'published'
      and below.author_id is distinct from post.author_id))`;
}

/** How many voted to hide a post, and whether the viewer did. */
function hideVotes(actor: Ctx["actor"]) {
  const votes = actor.kind === "member" && actor.powers.has("post.voteHide");
  if (!votes) return sql`0 as hide_votes, false as viewer_voted_hide`;
  const open = sql`from hide_vote where hide_vote.community_id = post.community_id
    and hide_vote.post_id = post.id and hide_vote.closed_at is null`;
  return sql`(select count(*)::int ${open}) as hide_votes,
    exists (select ${open} and hide_vote.member_id = ${actor.id}) as viewer_voted_hide`;
}

/** The posts of a page of a thread, in one query: roots by place, replies oldest first. */
export async function loadThreadPosts(
  ctx: Ctx,
  head: ThreadHead,
  input: LoadPosts,
): Promise<PostRow[]> {
  const scope: Scope = { ctx, head, input };
  const { rows } = await sql<PostRow>`
    with skipped as (${skippedFor(scope)}), ${shownPosts(scope)}
    select post.id, post.kind, post.parent_id, post.root_id, post.author_id, post.html, post.state,
      post.state_reason, post.state_by, post.official, post.helpful_count, post.revision,
      post.edited_at, post.licence, post.source_url, post.source_author, post.works_count,
      post.last_worked_at, post.created_at,
      author.handle, author.name, author.hue, author.role, author.rank, author.title,
      ${stampText("post.created_at")} as created_stamp,
      ${voted(ctx.actor.id)} as viewer_voted,
      ${bookmarked(ctx.actor.id)} as viewer_bookmarked,
      ${repliedByOthers(ctx.actor.id)} as replied_by_others,
      ${hideVotes(ctx.actor)},
      case when shown.is_root then (
        select count(*) from post reply where reply.community_id = post.community_id
          and reply.root_id = post.id and reply.kind = 'reply' and ${visiblePost(ctx.actor, "reply")}
      ) else 0 end as visible_replies,
      shown.place, (select answers from skipped) as skipped
    from shown
    join post on post.community_id = ${ctx.community.id} and post.id = shown.id
    left join member author on author.community_id = post.community_id and author.id = post.author_id
    where post.thread_id = ${head.id}
    order by shown.is_root desc, shown.place, post.created_at, post.id
  `.execute(ctx.db);
  return rows;
}
