import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { Read } from "./read-counter.ts";

/**
 * Adds reads to the month of the answer that solves each thread now; of threads without one, and those
 * of the answer's own author, nothing is kept.
 */
export async function keepReads(db: Db, reads: Read[], now: Date): Promise<void> {
  if (reads.length === 0) return;
  await sql`
    insert into answer_reach as kept (community_id, post_id, month, reads)
    select p.community_id, p.id, date_trunc('month', ${now}::timestamptz, 'UTC')::date, count(*)
    from unnest(${reads.map((read) => read.communityId)}::int[],
      ${reads.map((read) => read.threadId)}::bigint[], ${reads.map((read) => read.memberId)}::bigint[])
      as read (community_id, thread_id, member_id)
    join thread t on t.community_id = read.community_id and t.id = read.thread_id
      and t.state = 'published'
    join post p on p.community_id = t.community_id and p.id = t.accepted_post_id
      and p.state = 'published' and p.author_id is not null and p.author_id is distinct from read.member_id
    group by p.community_id, p.id order by p.community_id, p.id
    on conflict (community_id, post_id, month) do update set reads = kept.reads + excluded.reads
  `.execute(db);
}
