import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";

/**
 * Sets every counter of threads and posts from the rows they count, after rows were written in bulk
 * past the commands (import, seed). Set-based; touches only rows that differ. `threadIds` limits it.
 */
export async function recomputeCounters(
  tx: Tx,
  communityId: number,
  threadIds?: number[],
): Promise<void> {
  const threads = threadIds ? sql`and t.id = any(${threadIds}::bigint[])` : sql``;
  const posts = threadIds ? sql`and p.thread_id = any(${threadIds}::bigint[])` : sql``;
  await sql`
    update post p set helpful_count = c.n
    from (
      select p.id, count(v.id)::int as n from post p
      left join vote v on v.community_id = p.community_id and v.post_id = p.id
      where p.community_id = ${communityId} ${posts} group by p.id
    ) c
    where p.community_id = ${communityId} and p.id = c.id and p.helpful_count <> c.n
  `.execute(tx);
  await sql`
    update thread t set
      answer_count = c.answers, reply_count = c.replies, helpful_count = c.helpful,
      same_here_count = c.same, first_answer_at = c.first_answer,
      last_activity_at = coalesce(c.last, t.created_at)
    from (
      select t.id,
        count(*) filter (where p.kind = 'answer' and p.state = 'published')::int as answers,
        count(*) filter (where p.kind <> 'opening' and p.state = 'published')::int as replies,
        coalesce(max(p.helpful_count) filter (where p.kind = 'opening'), 0) as helpful,
        (select count(*)::int from same_here s
          where s.community_id = t.community_id and s.thread_id = t.id) as same,
        min(p.created_at) filter (where p.kind = 'answer' and p.state = 'published') as first_answer,
        max(p.created_at) filter (where p.state = 'published') as last
      from thread t left join post p on p.community_id = t.community_id and p.thread_id = t.id
      where t.community_id = ${communityId} ${threads} group by t.community_id, t.id
    ) c
    where t.community_id = ${communityId} and t.id = c.id and
      (t.answer_count, t.reply_count, t.helpful_count, t.same_here_count, t.first_answer_at, t.last_activity_at)
      is distinct from (c.answers, c.replies, c.helpful, c.same, c.first_answer, coalesce(c.last, t.created_at))
  `.execute(tx);
}
