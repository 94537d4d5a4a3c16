import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import type { FollowKind } from "#db/schema-threads.ts";
import { threadRowView, withRow } from "../thread-rows.server.ts";
import type { ThreadRow } from "../thread-view.ts";
import { isStamp } from "../time-cursor.ts";
import { visibleThreads } from "../visible-to.server.ts";
import { newPosts } from "./unread-among.server.ts";

export type FollowedThread = ThreadRow & {
  /** Posts of others since the last reading. */
  newPosts: number;
};

export type FollowedPlace = {
  kind: Exclude<FollowKind, "thread">;
  /** Slug or handle. */
  subject: string;
  name: string;
  href: string;
};

export type Following = {
  threads: FollowedThread[];
  next: string | null;
  places: FollowedPlace[];
};

const A_PAGE = 20;
const PLACES = 300;

async function loadThreads(ctx: Ctx, memberId: number, cursor: Cursor | null) {
  let query = withRow(visibleThreads(ctx))
    .innerJoin("follow", (join) =>
      join
        .onRef("follow.community_id", "=", "thread.community_id")
        .onRef("follow.subject_id", "=", "thread.id"),
    )
    .where("follow.member_id", "=", memberId)
    .where("follow.subject_kind", "=", "thread")
    .select(newPosts(ctx).as("new_posts"))
    .orderBy("thread.last_activity_at", "desc")
    .orderBy("thread.id", "desc")
    .limit(A_PAGE + 1);
  if (cursor && isStamp(cursor.value)) {
    query = query.where(
      sql<boolean>`(thread.last_activity_at, thread.id) < (${cursor.value}::timestamptz, ${cursor.id})`,
    );
  }
  return query.execute();
}

type PlaceRow = Pick<FollowedPlace, "kind" | "subject" | "name">;

async function loadPlaces(ctx: Ctx, memberId: number): Promise<FollowedPlace[]> {
  const { rows } = await sql<PlaceRow>`
    select f.subject_kind as kind, coalesce(s.slug, t.slug, m.handle) as subject,
      coalesce(s.name, t.name, m.name) as name
    from follow f
    left join space s on f.subject_kind = 'space' and s.community_id = f.community_id
      and s.id = f.subject_id and s.read_role = any(${rolesUpTo(ctx.actor.role)}::text[])
    left join tag t on f.subject_kind = 'tag' and t.community_id = f.community_id
      and t.id = f.subject_id
    left join member m on f.subject_kind = 'member' and m.community_id = f.community_id
      and m.id = f.subject_id
    where f.community_id = ${ctx.community.id} and f.member_id = ${memberId}
      and f.subject_kind <> 'thread' and coalesce(s.slug, t.slug, m.handle) is not null
    order by f.subject_kind, 3 limit ${sql.lit(PLACES)}
  `.execute(ctx.db);
  const path = { space: "/s/", tag: "/tag/", member: "/m/" };
  return rows.map((row) => ({ ...row, href: path[row.kind] + encodeURIComponent(row.subject) }));
}

/**
 * What the actor follows: threads with what is new in them, latest first, and on the first page the
 * spaces, tags and members. Two queries. Throws SignInNeededError.
 */
export async function getFollowing(ctx: Ctx, input: { cursor: string | null }): Promise<Following> {
  const actor = requireMember(ctx);
  const cursor = decodeCursor(input.cursor);
  const [rows, places] = await Promise.all([
    loadThreads(ctx, actor.id, cursor),
    cursor ? [] : loadPlaces(ctx, actor.id),
  ]);
  const page = pageOf(rows, A_PAGE, (row): Cursor => ({ value: row.activity_stamp, id: row.id }));
  return {
    threads: page.rows.map((row) => ({
      ...threadRowView(ctx, row),
      unread: row.new_posts > 0,
      newPosts: row.new_posts,
    })),
    next: page.next,
    places,
  };
}
