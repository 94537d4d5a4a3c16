import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo, type Role } from "#app/lib/roles.ts";
import type { StateFacts, TagRef, ThreadField } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

export type RelatedRow = StateFacts & {
  id: number;
  slug: string;
  title: string;
  same_here_count: number;
  reply_count: number;
};

/** How many threads of each tag and of the space are looked at for related ones. */
const CANDIDATES = 20;
const MAX_RELATED = 4;

/** Threads that share a tag or the space, newest of each looked at; shared tags first, then solved. */
function related(readable: Role[]) {
  return sql<RelatedRow[]>`(
    select coalesce(json_agg(r), '[]'::json) from (
      select other.id, other.slug, other.title, other.kind, other.state, other.accepted_post_id,
        other.official_post_id, other.locked_at, other.answer_count, other.idea_status,
        other.same_here_count, other.reply_count
      from (
        select candidate.id, sum(candidate.shared) as shared from (
          (select near.thread_id as id, 1 as shared from thread_tag mine
            cross join lateral (
              select tt.thread_id from thread_tag tt
              where tt.community_id = mine.community_id and tt.tag_id = mine.tag_id
              order by tt.thread_id desc limit ${sql.lit(CANDIDATES)}
            ) near
            where mine.community_id = thread.community_id and mine.thread_id = thread.id)
          union all
          (select beside.id, 0 from thread beside
            where beside.community_id = thread.community_id and beside.space_id = thread.space_id
              and beside.state = 'published'
            order by beside.last_activity_at desc, beside.id desc limit ${sql.lit(CANDIDATES)})
        ) candidate where candidate.id <> thread.id group by candidate.id
      ) picked
      join thread other on other.community_id = thread.community_id and other.id = picked.id
      join space place on place.community_id = other.community_id and place.id = other.space_id
      where other.state = 'published' and other.merged_into is null and place.read_role = any(${readable}::text[])
      order by picked.shared desc, (other.accepted_post_id is not null) desc, other.id desc
      limit ${sql.lit(MAX_RELATED)}
    ) r
  )`;
}

function tags() {
  return sql<TagRef[]>`(
    select coalesce(json_agg(json_build_object('slug', tag.slug, 'name', tag.name) order by tag.name), '[]'::json)
    from thread_tag tt join tag on tag.community_id = tt.community_id and tag.id = tt.tag_id
    where tt.community_id = thread.community_id and tt.thread_id = thread.id
  )`;
}

/** What the asker said in the fields of the space, in their order. */
function fields() {
  return sql<ThreadField[]>`(
    select coalesce(json_agg(json_build_object('label', said.label, 'kind', said.kind,
      'values', said.spoken) order by said.position, said.id), '[]'::json)
    from (
      select field.id, field.label, field.kind, field.position,
        json_agg(tf.value order by array_position(field.options, tf.value), tf.value) as spoken
      from thread_field tf
      join space_field field on field.community_id = tf.community_id and field.id = tf.field_id
      where tf.community_id = thread.community_id and tf.thread_id = thread.id
      group by field.community_id, field.id
    ) said
  )`;
}

function viewerSameHere(viewerId: number | null) {
  if (viewerId === null) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from same_here s where s.community_id = thread.community_id
      and s.thread_id = thread.id and s.member_id = ${viewerId}
  )`;
}

type Lead = { id: number; slug: string; title: string };

/** The threads that posts of this one were moved into, if the actor may go there. */
function splitOff(readable: Role[]) {
  return sql<Lead[]>`(
    select coalesce(json_agg(json_build_object('id', part.id, 'slug', part.slug, 'title', part.title)
      order by part.id), '[]'::json)
    from thread part
    join space place on place.community_id = part.community_id and place.id = part.space_id
    where part.community_id = thread.community_id and part.split_from = thread.id
      and part.state = 'published' and part.merged_into is null
      and place.read_role = any(${readable}::text[])
  )`;
}

/** Where a merged thread went, what answers a duplicate, or where posts stood before, if the actor may go there. */
function leadsTo(column: "merged_into" | "duplicate_of" | "split_from", readable: Role[]) {
  return sql<Lead | null>`(
    select json_build_object('id', target.id, 'slug', target.slug, 'title', target.title)
    from thread target
    join space place on place.community_id = target.community_id and place.id = target.space_id
    where target.community_id = thread.community_id
      and target.id = ${sql.ref(`thread.${column}`)}
      and target.state = 'published' and place.read_role = any(${readable}::text[])
  )`;
}

/** What a member said of the answers here; guests' pages are one for all. */
function viewerFix(viewerId: number | null) {
  if (viewerId === null) return sql<boolean | null>`null`;
  return sql<boolean | null>`(
    select report.works from fix_report report where report.community_id = thread.community_id
      and report.thread_id = thread.id and report.member_id = ${viewerId}
  )`;
}

function viewerFollows(viewerId: number | null) {
  if (viewerId === null) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from follow f where f.community_id = thread.community_id and f.member_id = ${viewerId}
      and f.subject_kind = 'thread' and f.subject_id = thread.id
  )`;
}

/**
 * Everything of a thread page but its posts, in one query. Throws NotFoundError when the thread
 * isn't there or isn't for the actor: which of the two can't be told.
 */
export async function loadThreadHead(ctx: Ctx, threadId: number) {
  const row = await visibleThreads(ctx)
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "thread.community_id")
        .onRef("author.id", "=", "thread.author_id"),
    )
    .leftJoin("member as accepter", (join) =>
      join
        .onRef("accepter.community_id", "=", "thread.community_id")
        .onRef("accepter.id", "=", "thread.accepted_by"),
    )
    .where("thread.id", "=", threadId)
    .select([
      "thread.id",
      "thread.kind",
      "thread.author_id",
      "thread.title",
      "thread.slug",
      "thread.state",
      "thread.state_reason",
      "thread.state_by",
      "thread.locked_at",
      "thread.locked_reason",
      "thread.pinned",
      "thread.idea_status",
      "thread.idea_note",
      "thread.merged_into",
      "thread.duplicate_of",
      "thread.opening_post_id",
      "thread.accepted_post_id",
      "thread.accepted_at",
      "thread.official_post_id",
      "thread.answer_count",
      "thread.reply_count",
      "thread.same_here_count",
      "thread.helpful_count",
      "thread.created_at",
      "thread.first_answer_at",
      "thread.last_activity_at",
      "space.slug as space_slug",
      "space.name as space_name",
      "space.read_role",
      "author.handle as author_handle",
      "author.name as author_name",
      "accepter.name as accepter_name",
      tags().as("tags"),
      fields().as("fields"),
      viewerSameHere(ctx.actor.id).as("viewer_same_here"),
      viewerFollows(ctx.actor.id).as("viewer_follows"),
      related(rolesUpTo(ctx.actor.role)).as("related"),
      leadsTo("merged_into", rolesUpTo(ctx.actor.role)).as("merged_target"),
      leadsTo("duplicate_of", rolesUpTo(ctx.actor.role)).as("duplicate_target"),
      leadsTo("split_from", rolesUpTo(ctx.actor.role)).as("split_source"),
      splitOff(rolesUpTo(ctx.actor.role)).as("split_off"),
      viewerFix(ctx.actor.id).as("viewer_fix"),
    ])
    .executeTakeFirst();
  if (!row || row.opening_post_id === null) throw new NotFoundError();
  return { ...row, opening_post_id: row.opening_post_id };
}

export type ThreadHead = Awaited<ReturnType<typeof loadThreadHead>>;
