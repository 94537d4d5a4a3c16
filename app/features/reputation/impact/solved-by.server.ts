import { type RawBuilder, sql } from "kysely";
import { notHeld } from "../fairness/held.server.ts";

/** A part of the time, from its first moment up to the first one after it. */
export type Period = { from: Date; until: Date };

/** Condition: a moment lies in the period; without one, any does. */
export function within(column: string, period: Period | null): RawBuilder<unknown> {
  if (!period) return sql`true`;
  return sql`${sql.ref(column)} >= ${period.from}::timestamptz
    and ${sql.ref(column)} < ${period.until}::timestamptz`;
}

/**
 * Questions that somebody else's answer solves now, as rows (member_id, post_id, thread_id, asker_id,
 * at): published, not merged away, and not held back by a case of unfair votes. Of everybody when
 * `memberIds` is `null`.
 */
export function solvedBy(communityId: number, memberIds: number[] | null): RawBuilder<unknown> {
  const mine = memberIds === null ? sql`true` : sql`p.author_id = any(${memberIds}::bigint[])`;
  return sql`
    select p.author_id as member_id, p.id as post_id, t.id as thread_id, t.author_id as asker_id,
      t.accepted_at as at
    from thread t join post p on p.community_id = t.community_id and p.id = t.accepted_post_id
      and p.state = 'published'
    where t.community_id = ${communityId} and t.state = 'published' and t.merged_into is null
      and p.author_id is not null and p.author_id is distinct from t.author_id and ${mine}
      and ${notHeld(communityId, sql`'accepted:' || t.id || ':' || p.id`)}`;
}

/**
 * What solving did, as rows (member_id, solved, helped, reads, same_here, worked, found), in a period
 * or ever. `helped` counts who said so: each member once (whoever asked, has the same question, or said
 * that it worked), each guest's report and each question that ended at the answer once more. Reads are
 * kept by month, so a period is whole months, UTC.
 */
export function impactOf(
  communityId: number,
  of: { memberIds: number[] | null; period: Period | null },
): RawBuilder<unknown> {
  const { memberIds, period } = of;
  return sql`
    with solved as materialized (${solvedBy(communityId, memberIds)}),
    person as (
      select member_id, asker_id as person_id, 'asked' as how from solved
      where asker_id is not null and ${within("at", period)}
      union all
      select s.member_id, h.member_id, 'same_here' from solved s
      join same_here h on h.community_id = ${communityId} and h.thread_id = s.thread_id
      where h.member_id <> s.member_id and ${within("h.created_at", period)}
      union all
      select s.member_id, f.member_id, 'worked' from solved s
      join fix_report f on f.community_id = ${communityId} and f.post_id = s.post_id and f.works
      where f.member_id <> s.member_id and ${within("f.created_at", period)}
    ),
    known as (
      select member_id, count(distinct person_id)::int as people,
        count(distinct person_id) filter (where how = 'same_here')::int as same_here,
        count(*) filter (where how = 'worked')::int as worked
      from person group by member_id
    ),
    -- guests, and members who left
    unnamed as (
      select s.member_id, count(*)::int as worked from solved s
      join fix_report f on f.community_id = ${communityId} and f.post_id = s.post_id and f.works
      where f.member_id is null and ${within("f.created_at", period)}
      group by s.member_id
    ),
    solving as (
      select member_id, count(*)::int as solved, count(*) filter (where asker_id is null)::int as unnamed
      from solved where ${within("at", period)} group by member_id
    ),
    reach as (
      select s.member_id, sum(r.reads)::int as reads, sum(r.found)::int as found from solved s
      join answer_reach r on r.community_id = ${communityId} and r.post_id = s.post_id
      where ${
        period
          ? sql`r.month >= (${period.from}::timestamptz at time zone 'UTC')::date
        and r.month < (${period.until}::timestamptz at time zone 'UTC')::date`
          : sql`true`
      }
      group by s.member_id
    )
    select who.member_id, coalesce(solving.solved, 0) as solved,
      coalesce(known.people, 0) + coalesce(solving.unnamed, 0) + coalesce(unnamed.worked, 0)
        + coalesce(reach.found, 0) as helped,
      coalesce(reach.reads, 0) as reads, coalesce(known.same_here, 0) as same_here,
      coalesce(known.worked, 0) + coalesce(unnamed.worked, 0) as worked,
      coalesce(reach.found, 0) as found
    from (select distinct member_id from solved) who
    left join known using (member_id) left join unnamed using (member_id)
    left join solving using (member_id) left join reach using (member_id)`;
}
