import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Cursor } from "#db/page.server.ts";

/** Of each followed space as many as a page can hold; of each tag and member the newest. */
const OF_SPACE = 201;
const OF_OTHERS = 300;

/**
 * Condition on `thread`: followed itself, or by its space, tag or author. Bounded a subject, so that
 * somebody who follows little in a large community doesn't make it read everything.
 */
export function isFollowed(ctx: Ctx, cursor: Cursor | null): RawBuilder<SqlBool> {
  if (ctx.actor.id === null) return sql<SqlBool>`false`;
  const follows = (kind: string) => sql`from follow f
    where f.community_id = ${ctx.community.id} and f.member_id = ${ctx.actor.id}
      and f.subject_kind = ${kind}`;
  const lateral = (kind: string, near: RawBuilder<unknown>) => sql`
    select near.id from (select f.community_id, f.subject_id ${follows(kind)}) f
      cross join lateral (${near}) near`;
  const after = cursor
    ? sql`and (t.last_activity_at, t.id) < (${cursor.value}::timestamptz, ${cursor.id})`
    : sql``;
  return sql<SqlBool>`thread.id in (
    select f.subject_id ${follows("thread")}
    union ${lateral(
      "space",
      sql`select t.id from thread t where t.community_id = f.community_id
        and t.space_id = f.subject_id and t.state = 'published' ${after}
        order by t.last_activity_at desc, t.id desc limit ${sql.lit(OF_SPACE)}`,
    )}
    union ${lateral(
      "member",
      sql`select t.id from thread t where t.community_id = f.community_id
        and t.author_id = f.subject_id order by t.id desc limit ${sql.lit(OF_OTHERS)}`,
    )}
    union ${lateral(
      "tag",
      sql`select tt.thread_id as id from thread_tag tt where tt.community_id = f.community_id
        and tt.tag_id = f.subject_id order by tt.thread_id desc limit ${sql.lit(OF_OTHERS)}`,
    )}
  )`;
}
