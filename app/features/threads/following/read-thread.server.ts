import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { visibleThreads } from "../visible-to.server.ts";

export type Unread = {
  /** The oldest post of others since the last reading; `null` when there is none. */
  firstPostId: number | null;
  count: number;
};

const NOTHING: Unread = { firstPostId: null, count: 0 };

/**
 * Notes that the actor has read a thread up to its newest post, and gives what was new since the
 * last time; nothing at the first. One statement, without writing when nothing is new. Posts of a
 * thread get their ids under its lock, so that no lower id can appear later.
 */
export async function readThread(ctx: Ctx, threadId: number): Promise<Unread> {
  if (ctx.actor.id === null) return NOTHING;
  const own = { community: ctx.community.id, member: ctx.actor.id };
  const thread = visibleThreads(ctx).where("thread.id", "=", threadId).select("thread.id");
  const { rows } = await sql<{ first: number | null; count: number }>`
    with before as (
      select last_post_id from thread_read where community_id = ${own.community}
        and member_id = ${own.member} and thread_id = ${threadId}
    ), newest as (
      select seen.id as thread_id, (select max(p.id) from post p
        where p.community_id = ${own.community} and p.thread_id = seen.id
          and p.state = 'published') as post_id
      from (${thread}) seen
    ), noted as (
      insert into thread_read as r (community_id, member_id, thread_id, last_post_id, read_at)
      select ${own.community}, ${own.member}, thread_id, post_id, ${ctx.now}::timestamptz
      from newest where post_id is not null
      on conflict (community_id, member_id, thread_id) do update
        set last_post_id = excluded.last_post_id, read_at = excluded.read_at
        where r.last_post_id < excluded.last_post_id
    )
    select min(p.id) as first, count(*)::int as count
    from before join newest on newest.post_id > before.last_post_id
    join post p on p.community_id = ${own.community} and p.thread_id = newest.thread_id
      and p.id > before.last_post_id and p.state = 'published'
      and p.author_id is distinct from ${own.member}
  `.execute(ctx.db);
  const row = rows[0];
  return row ? { firstPostId: row.first, count: row.count } : NOTHING;
}
