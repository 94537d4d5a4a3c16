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
 * Reports that others agreed with: those of posts and threads that staff acted on, and votes to hide
 * what is hidden now, by the votes of several or by staff. One a member and post, as rows (member_id,
 * post_id, thread_id, created_at).
 */
export function agreedReports(communityId: number): RawBuilder<unknown> {
  return sql`
    select said.member_id, said.post_id, said.thread_id, min(said.created_at) as created_at
    from (
      select h.member_id, h.post_id, p.thread_id, h.created_at
      from hide_vote h
      join post p on p.community_id = h.community_id and p.id = h.post_id and p.state = 'hidden'
      join thread t on t.community_id = p.community_id and t.id = p.thread_id
        and t.state = 'published' and t.merged_into is null
      where h.community_id = ${communityId}
      union all
      select r.reporter_id, coalesce(r.post_id, t.opening_post_id), t.id, r.created_at
      from report r
      left join post p on p.community_id = r.community_id and p.id = r.post_id
      join thread t on t.community_id = r.community_id
        and t.id = coalesce(r.thread_id, p.thread_id) and t.merged_into is null
      where r.community_id = ${communityId} and r.outcome = 'agreed' and r.reporter_id is not null
    ) said
    group by said.member_id, said.post_id, said.thread_id`;
}

/**
 * Sanctions within a time that nobody took back, neither staff nor an appeal, as rows (member_id).
 */
export function upheldSanctions(
  communityId: number,
  { from, to }: { from: RawBuilder<unknown>; to: Date },
): RawBuilder<unknown> {
  return sql`
    select s.member_id from sanction s
    where s.community_id = ${communityId} and s.starts_at > ${from} and s.starts_at <= ${to}
      and not exists (
        select from decision d where d.community_id = s.community_id and d.reverses = s.decision_id
      )`;
}
