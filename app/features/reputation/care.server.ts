import { sql, type RawBuilder } from "kysely";

/**
 * Who closed questions as duplicates that still are, as rows (id, actor_id, thread_id, created_at).
 * When the question it leads to becomes a duplicate itself, it stays theirs.
 */
export function standingDuplicates(communityId: number): RawBuilder<unknown> {
  return sql`
    select c.id, c.actor_id, c.thread_id, c.created_at
    from thread_change c
    join thread t on t.community_id = c.community_id and t.id = c.thread_id
      and t.duplicate_of is not null and t.state = 'published' and t.merged_into is null
    where c.community_id = ${communityId} and c.kind = 'duplicate' and c.before = 'null'
      and not exists (
        select from thread_change later
        where later.community_id = c.community_id and later.thread_id = c.thread_id
          and later.kind = 'duplicate' and later.before = 'null' and later.id > c.id
      )`;
}

/**
 * Votes to hide what is hidden now, by the votes of several or by staff: reports that others agreed
 * with. Rows (member_id, post_id, thread_id, created_at).
 */
export function agreedHideVotes(communityId: number): RawBuilder<unknown> {
  return sql`
    select h.member_id, h.post_id, p.thread_id, h.created_at
    from hide_vote h
    join post p on p.community_id = h.community_id and p.id = h.post_id and p.state = 'hidden'
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
      and t.state = 'published' and t.merged_into is null
    where h.community_id = ${communityId}`;
}
