import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { notHeld } from "../fairness/held.server.ts";

/** What a member did for others within the time looked at. */
export type CandidateFacts = {
  memberId: number;
  daysActive: number;
  answers: number;
  accepted: number;
  helpful: number;
  /** Median hours from a question to their answer, of answers within a month; `null` without any. */
  hours: number | null;
  /** Answers to questions of members who asked for the first time or had joined within 30 days. */
  newcomers: number;
  /** Of those, answers that were accepted or found helpful. */
  newcomersHelped: number;
  /** Tags in which an answer of theirs was accepted or found helpful. */
  tags: number;
  /** Months in which they answered. */
  months: number;
};

/** Fewest days on which somebody wrote to be looked at. */
export const DAYS_ACTIVE = 14;

/**
 * What members did who wrote on at least 14 days, staff left out; since `since`, or ever. Counted
 * from published posts, without held votes, votes of one's own and answers to oneself.
 */
export async function candidateFacts(
  db: Db,
  { communityId, since }: { communityId: number; since: Date | null },
): Promise<CandidateFacts[]> {
  const { rows } = await sql<CandidateFacts>`
    with wrote as (
      select p.author_id as member_id, p.id, p.kind, p.created_at, t.id as thread_id,
        t.author_id as asker_id, t.created_at as asked_at, t.accepted_post_id = p.id as accepted, p.helpful_count
      from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
        and t.state = 'published' and t.merged_into is null
      join member m on m.community_id = p.community_id and m.id = p.author_id
        and m.role in ('member', 'super_user')
      where p.community_id = ${communityId} and p.state = 'published'
        and (${since}::timestamptz is null or p.created_at > ${since}::timestamptz)
    ),
    active as (
      select member_id, count(distinct (created_at at time zone 'UTC')::date)::int as days
      from wrote group by member_id
      having count(distinct (created_at at time zone 'UTC')::date) >= ${DAYS_ACTIVE}
    ),
    first_asked as (
      select author_id, min(id) as thread_id from thread
      where community_id = ${communityId} and author_id is not null and kind = 'question'
      group by author_id
    ),
    answer as (
      select w.member_id, w.id, w.thread_id, w.created_at,
        (w.accepted and ${notHeld(communityId, sql`'accepted:' || w.thread_id || ':' || w.id`)}) is true as accepted,
        coalesce(voted.helpful, 0) as helpful,
        extract(epoch from w.created_at - w.asked_at) / 3600 as hours,
        (f.thread_id is not null or w.asked_at < asker.created_at + interval '30 days') as newcomer
      from wrote w
      join active on active.member_id = w.member_id
      left join member asker on asker.community_id = ${communityId} and asker.id = w.asker_id
      left join first_asked f on f.author_id = w.asker_id and f.thread_id = w.thread_id
      left join lateral (
        select count(*)::int as helpful from vote v
        where v.community_id = ${communityId} and v.post_id = w.id
          and v.member_id is distinct from w.member_id
          and ${notHeld(communityId, sql`'helpful:' || v.id`)}
      ) voted on w.helpful_count > 0
      where w.kind = 'answer' and w.asker_id is distinct from w.member_id
    ),
    tagged as (
      select a.member_id, count(distinct tt.tag_id)::int as tags
      from answer a join thread_tag tt on tt.community_id = ${communityId} and tt.thread_id = a.thread_id
      where a.accepted or a.helpful > 0 group by a.member_id
    )
    select active.member_id as "memberId", active.days as "daysActive",
      count(a.id)::int as answers, count(a.id) filter (where a.accepted)::int as accepted,
      coalesce(sum(a.helpful), 0)::int as helpful,
      percentile_cont(0.5) within group (order by a.hours) filter (where a.hours between 0 and 720) as hours,
      count(a.id) filter (where a.newcomer)::int as newcomers,
      count(a.id) filter (where a.newcomer and (a.accepted or a.helpful > 0))::int as "newcomersHelped",
      coalesce(max(tagged.tags), 0) as tags,
      count(distinct date_trunc('month', a.created_at at time zone 'UTC'))::int as months
    from active left join answer a on a.member_id = active.member_id
    left join tagged on tagged.member_id = active.member_id
    group by active.member_id, active.days order by active.member_id
  `.execute(db);
  return rows;
}
