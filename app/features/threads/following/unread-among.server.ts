import { sql, type RawBuilder } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";

/** Posts of others, newer than what the actor read of `thread`: as many as are counted. */
export function newPosts(ctx: Ctx): RawBuilder<number> {
  return sql<number>`(
    select count(*)::int from post p
    where p.community_id = thread.community_id and p.thread_id = thread.id
      and p.state = 'published' and p.author_id is distinct from ${ctx.actor.id}
      and p.id > coalesce((select r.last_post_id from thread_read r
        where r.community_id = thread.community_id and r.member_id = ${ctx.actor.id}
          and r.thread_id = thread.id), 0)
  )`;
}

/**
 * Which of some threads have posts of others that the actor hasn't read, of those they follow or
 * have read before. One query; none for guests.
 */
export async function unreadAmong(ctx: Ctx, threadIds: number[]): Promise<Set<number>> {
  if (ctx.actor.id === null || threadIds.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select t.id from unnest(${threadIds}::bigint[]) as t (id)
    left join thread_read r on r.community_id = ${ctx.community.id}
      and r.member_id = ${ctx.actor.id} and r.thread_id = t.id
    where (r.thread_id is not null or exists (
        select from follow f where f.community_id = ${ctx.community.id}
          and f.member_id = ${ctx.actor.id} and f.subject_kind = 'thread' and f.subject_id = t.id
      ))
      and exists (
        select from post p where p.community_id = ${ctx.community.id} and p.thread_id = t.id
          and p.id > coalesce(r.last_post_id, 0) and p.state = 'published'
          and p.author_id is distinct from ${ctx.actor.id}
      )
  `.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
}
