import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { notHeld } from "../fairness/held.server.ts";
import { EPOCH, HALF_LIFE, WORTH } from "./expertise-score.ts";

/** Everybody's takes all answers; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

export type ExpertiseScope = { memberIds: number[] } | { everything: true };

/**
 * What members know about now, as rows (member_id, tag_id, space_id, score, answers, accepted,
 * helpful): one a tag and one a space of threads that they answered, where anything counts.
 */
export function knownNow(communityId: number, of: ExpertiseScope): RawBuilder<unknown> {
  const mine = "everything" in of ? sql`true` : sql`p.author_id = any(${of.memberIds}::bigint[])`;
  const decay = sql`power(2, extract(epoch from p.created_at - ${new Date(EPOCH)}::timestamptz)
    / ${86_400 * HALF_LIFE}::float8)`;
  return sql`
    with answer as (
      select p.author_id as member_id, t.id as thread_id, t.space_id, voted.helpful,
        (t.accepted_post_id = p.id and t.author_id is distinct from p.author_id
          and ${notHeld(communityId, sql`'accepted:' || t.id || ':' || p.id`)}) is true as accepted,
        (t.official_post_id = p.id) is true as official, ${decay} as decay
      from post p
      join thread t on t.community_id = p.community_id and t.id = p.thread_id
        and t.state = 'published' and t.merged_into is null
      left join lateral (
        select count(*)::int as helpful from vote v
        where v.community_id = p.community_id and v.post_id = p.id
          and v.member_id is distinct from p.author_id
          and ${notHeld(communityId, sql`'helpful:' || v.id`)}
      ) voted on p.helpful_count > 0
      where p.community_id = ${communityId} and p.kind = 'answer' and p.state = 'published'
        and p.author_id is not null and ${mine}
    ),
    worth as (
      select member_id, thread_id, space_id, accepted, coalesce(helpful, 0) as helpful,
        round((decay * (${WORTH.accepted}::int * accepted::int + ${WORTH.official}::int * official::int
          + ln(1 + coalesce(helpful, 0)) / ln(2)))::numeric, 6) as score
      from answer
    ),
    about as (
      select w.*, null::bigint as tag_id, w.space_id as about_space from worth w
      union all
      select w.*, tt.tag_id, null::bigint from worth w
      join thread_tag tt on tt.community_id = ${communityId} and tt.thread_id = w.thread_id
    )
    select member_id, tag_id, about_space as space_id, sum(score) as score,
      count(*)::int as answers, count(*) filter (where accepted)::int as accepted,
      sum(helpful)::int as helpful
    from about group by member_id, tag_id, about_space having sum(score) > 0`;
}

/**
 * Brings the expertise of members, or of everybody, to what the rows say; from the present state, so
 * that it may run twice, late and in any order.
 */
export async function settleExpertise(
  tx: Tx,
  communityId: number,
  of: ExpertiseScope,
): Promise<void> {
  const memberIds = "everything" in of ? null : of.memberIds;
  if (memberIds === null)
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
  // Of two settlements for one member the later one sees what the earlier one wrote.
  await sql`
    select id from member where community_id = ${communityId}
      and (${memberIds}::bigint[] is null or id = any(${memberIds}::bigint[]))
    order by id for no key update
  `.execute(tx);
  await sql`
    with due as materialized (${knownNow(communityId, of)}),
    gone as (
      delete from expertise e where e.community_id = ${communityId}
        and (${memberIds}::bigint[] is null or e.member_id = any(${memberIds}::bigint[]))
        and not exists (select from due where due.member_id = e.member_id
          and due.tag_id is not distinct from e.tag_id and due.space_id is not distinct from e.space_id)
    )
    insert into expertise as e (community_id, member_id, tag_id, space_id, score, answers, accepted, helpful)
    select ${communityId}, member_id, tag_id, space_id, score, answers, accepted, helpful from due
    on conflict (community_id, member_id, tag_id, space_id) do update
      set score = excluded.score, answers = excluded.answers, accepted = excluded.accepted,
        helpful = excluded.helpful, updated_at = now()
      where (e.score, e.answers, e.accepted, e.helpful)
        is distinct from (excluded.score, excluded.answers, excluded.accepted, excluded.helpful)
  `.execute(tx);
}
