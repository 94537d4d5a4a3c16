import { sql } from "kysely";
import {
  listedRanks,
  rankAndPowers,
} from "#app/features/members/sessions/rank-and-powers.server.ts";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { RankPowers } from "#app/lib/powers.ts";
import { isStaff, type MemberRole } from "#app/lib/roles.ts";
import type { ContentState, PostKind } from "#db/schema-threads.ts";
import type { Outcome, Standing } from "./trial-report.ts";

type Text = { title: string; document: DocumentJson };

/** Something that was written: a post as it was posted, or what an edit made of it. */
export type WrittenThen = {
  postId: number;
  threadId: number;
  kind: PostKind;
  parentId: number | null;
  at: Date;
  /** Who wrote it, with the rank of then. */
  actor: Extract<Actor, { kind: "member" }>;
  standing: Standing;
  outcome: Outcome;
  now: Text;
  /** Of an edit: the text as it stood before. */
  before: Text | null;
  /** What stood in the fields of its space. */
  besides: string[];
};

type Row = {
  post_id: number;
  number: number;
  stamp: string;
  thread_id: number;
  kind: PostKind;
  parent_id: number | null;
  state: ContentState;
  state_by: number | null;
  title: string | null;
  document: DocumentJson;
  before_title: string | null;
  before_document: DocumentJson | null;
  besides: string[];
  author_id: number;
  handle: string;
  name: string;
  role: MemberRole;
  locale: string | null;
  rank: number;
  ranks: RankPowers[] | null;
};

/** Where the next part begins: after this one. */
export type WrittenCursor = { stamp: string; postId: number; number: number };

const stampOf = sql`to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * What was written between two moments: posts, but not what an import brought, and edits, but not
 * what a decision wrote.
 */
function items(communityId: number, { from, until }: { from: Date; until: Date }) {
  return sql`(
    select p.id as post_id, 0 as number, p.created_at as at, p.author_id as actor_id
    from post p where p.community_id = ${communityId}
      and p.created_at >= ${from} and p.created_at < ${until}
      and p.author_id is not null and p.id not in (select x.target_id from import_record x
        where x.community_id = ${communityId} and x.kind = 'post')
    union all
    select r.post_id, r.number, r.created_at, r.editor_id
    from revision r
    where r.community_id = ${communityId} and r.created_at >= ${from} and r.created_at < ${until}
      and r.editor_id is not null and not exists (
        select from decision d where d.community_id = r.community_id
          and d.created_at = r.created_at and d.after ? ('post:' || r.post_id))
  ) i`;
}

/** How many texts there are, and from when on the newest `most` of them are. */
export async function countWritten(
  { db, community }: Pick<Ctx, "db" | "community">,
  { from, until, most }: { from: Date; until: Date; most: number },
): Promise<{ count: number; from: Date }> {
  const { rows } = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(at) as oldest from (
      select i.at from ${items(community.id, { from, until })} order by i.at desc limit ${most}
    ) newest
  `.execute(db);
  return { count: rows[0]!.count, from: rows[0]!.oldest ?? from };
}

function outcomeOf({ state, state_by: by, author_id: author }: Row): Outcome {
  if (state === "published") return "stood";
  if (state === "held") return "waiting";
  if (by === author) return "withdrawn";
  // Hidden by reports or votes, and nobody decided yet.
  return by === null ? "waiting" : "removed";
}

function standingOf(role: MemberRole, actor: WrittenThen["actor"]): Standing {
  if (isStaff(role)) return "staff";
  if (role === "super_user") return "superUser";
  if (actor.powers.has("post.voteHide")) return "trusted";
  return actor.rank.index === 0 ? "newcomer" : "member";
}

function writtenThen(row: Row): WrittenThen {
  const actor: WrittenThen["actor"] = {
    kind: "member",
    id: row.author_id,
    handle: row.handle,
    name: row.name,
    role: row.role,
    verified: true,
    locale: row.locale,
    ...rankAndPowers(row),
  };
  const isOpening = row.kind === "opening";
  const text = (title: string | null, document: DocumentJson): Text => ({
    title: isOpening ? (title ?? "") : "",
    document,
  });
  return {
    postId: row.post_id,
    threadId: row.thread_id,
    kind: row.kind,
    parentId: row.parent_id,
    at: new Date(row.stamp),
    actor,
    standing: standingOf(row.role, actor),
    outcome: outcomeOf(row),
    now: text(row.title, row.document),
    before: row.before_document ? text(row.before_title, row.before_document) : null,
    besides: isOpening && row.number === 0 ? row.besides : [],
  };
}

/** A part of what was written, in the order of its time, with the cursor for the next one. */
export async function loadWritten(
  { db, community }: Pick<Ctx, "db" | "community">,
  {
    after,
    limit,
    ...span
  }: { from: Date; until: Date; after: WrittenCursor | null; limit: number },
): Promise<{ written: WrittenThen[]; next: WrittenCursor | null }> {
  const at = community.id;
  const beyond = after
    ? sql`where (i.at, i.post_id, i.number) > (${after.stamp}::timestamptz, ${after.postId}, ${after.number})`
    : sql``;
  // An edit keeps the text before it under its number; what it made stands under the next, or as the post.
  const { rows } = await sql<Row>`
    select i.post_id, i.number, ${stampOf} as stamp, p.thread_id, p.kind, p.parent_id,
      case when p.kind = 'opening' then t.state else p.state end as state,
      case when p.kind = 'opening' then t.state_by else p.state_by end as state_by,
      coalesce(made.title, t.title) as title, coalesce(made.document, p.document) as document,
      stood.title as before_title, stood.document as before_document,
      array(select s.label || ': ' || f.value from thread_field f
        join space_field s on s.community_id = f.community_id and s.id = f.field_id
        where f.community_id = p.community_id and f.thread_id = p.thread_id and s.kind = 'text'
        order by s.position, s.id) as besides,
      m.id as author_id, m.handle, m.name, m.role, m.locale,
      coalesce((select c.from_rank from rank_change c where c.community_id = m.community_id
        and c.member_id = m.id and c.created_at > i.at order by c.id limit 1), m.rank) as rank,
      ${listedRanks(at)} as ranks
    from (select * from ${items(at, span)} ${beyond}
      order by i.at, i.post_id, i.number limit ${limit}) i
    join post p on p.community_id = ${at} and p.id = i.post_id
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
    join member m on m.community_id = p.community_id and m.id = i.actor_id
    left join revision made on made.community_id = p.community_id and made.post_id = p.id
      and made.number = i.number + 1
    left join revision stood on i.number > 0 and stood.community_id = p.community_id
      and stood.post_id = p.id and stood.number = i.number
    order by i.at, i.post_id, i.number
  `.execute(db);
  const last = rows.at(-1);
  const next =
    rows.length < limit || !last
      ? null
      : { stamp: last.stamp, postId: last.post_id, number: last.number };
  return { written: rows.map(writtenThen), next };
}
