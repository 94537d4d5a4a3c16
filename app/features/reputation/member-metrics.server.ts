import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { agreedReports, standingDuplicates, upheldSanctions } from "./care.server.ts";
import { notHeld } from "./fairness/held.server.ts";
import { METRICS, type Metrics } from "./metrics.ts";

/**
 * What rank formulas know of members, by member; of all when `memberIds` is `null`. Counted from
 * what they wrote, so that a page asks for one member and a job for many at once.
 */
export async function memberMetrics(
  db: Db,
  communityId: number,
  of: { memberIds: number[] | null; now: Date },
): Promise<Map<number, Metrics>> {
  const { memberIds, now } = of;
  const mine = (column: string) =>
    memberIds === null ? sql`true` : sql`${sql.ref(column)} = any(${memberIds}::bigint[])`;
  const year = sql`${now}::timestamptz - interval '365 days'`;
  const { rows } = await sql<Metrics & { member_id: number }>`
    with wrote as (
      select p.author_id as member_id,
        count(*) filter (where p.kind = 'answer')::int as answers,
        count(*) filter (where p.kind = 'opening' and t.kind = 'question')::int as questions,
        count(distinct (p.created_at at time zone 'UTC')::date) filter (where p.created_at > ${year})::int as days_active_year,
        max(p.created_at) as last_at,
        count(*) filter (where t.accepted_post_id = p.id and t.author_id is distinct from p.author_id)::int as accepted,
        count(*) filter (where t.accepted_post_id = p.id and t.author_id is distinct from p.author_id
          and t.accepted_at > ${year})::int as accepted_year,
        count(*) filter (where t.official_post_id = p.id)::int as official,
        count(distinct t.space_id) filter (where t.accepted_post_id = p.id or p.helpful_count > 0)::int as spaces
      from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
        and t.state = 'published'
      where p.community_id = ${communityId} and p.state = 'published' and p.author_id is not null
        and ${mine("p.author_id")}
      group by p.author_id
    ),
    earned as (
      select member_id, sum(points) filter (where caused_at > ${year})::int as points_year
      from reputation_entry where community_id = ${communityId} and ${mine("member_id")}
      group by member_id
    ),
    edited as (
      select r.editor_id as member_id, count(*)::int as edits
      from revision r join post p on p.community_id = r.community_id and p.id = r.post_id
        and p.state = 'published' and p.author_id is distinct from r.editor_id
      where r.community_id = ${communityId} and ${mine("r.editor_id")}
      group by r.editor_id
    ),
    closed as (
      select c.actor_id as member_id, count(*)::int as duplicates
      from (${standingDuplicates(communityId)}) c where ${mine("c.actor_id")}
      group by c.actor_id
    ),
    agreed as (
      select h.member_id, count(*)::int as agreed_reports
      from (${agreedReports(communityId)}) h where ${mine("h.member_id")}
      group by h.member_id
    ),
    punished as (
      select s.member_id, count(*)::int as sanctions_year
      from (${upheldSanctions(communityId, { from: year, to: now })}) s where ${mine("s.member_id")}
      group by s.member_id
    ),
    voted as (
      select p.author_id as member_id, count(*)::int as helpful,
        count(*) filter (where v.created_at > ${year})::int as helpful_year
      from post p join vote v on v.community_id = p.community_id and v.post_id = p.id
      join thread t on t.community_id = p.community_id and t.id = p.thread_id and t.state = 'published'
      where p.community_id = ${communityId} and p.state = 'published' and ${mine("p.author_id")}
        and v.member_id is distinct from p.author_id
        and ${notHeld(communityId, sql`'helpful:' || v.id`)}
      group by p.author_id
    )
    select m.id as member_id, m.points,
      coalesce(points_year, 0) as points_year, coalesce(accepted, 0) as accepted,
      coalesce(accepted_year, 0) as accepted_year, coalesce(helpful, 0) as helpful,
      coalesce(helpful_year, 0) as helpful_year, coalesce(answers, 0) as answers,
      coalesce(questions, 0) as questions, coalesce(edits, 0) as edits,
      coalesce(official, 0) as official, coalesce(spaces, 0) as spaces,
      coalesce(duplicates, 0) as duplicates, coalesce(agreed_reports, 0) as agreed_reports,
      coalesce(sanctions_year, 0) as sanctions_year,
      greatest(0, extract(epoch from ${now}::timestamptz - m.created_at) / 86400)::int as days_member,
      coalesce(days_active_year, 0) as days_active_year,
      greatest(0, extract(epoch from ${now}::timestamptz - coalesce(last_at, m.created_at)) / 86400)::int as days_away
    from member m left join wrote on wrote.member_id = m.id left join earned on earned.member_id = m.id
    left join edited on edited.member_id = m.id
    left join closed on closed.member_id = m.id left join agreed on agreed.member_id = m.id
    left join punished on punished.member_id = m.id
    left join voted on voted.member_id = m.id
    where m.community_id = ${communityId} and ${mine("m.id")}
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.member_id,
      Object.fromEntries(METRICS.map((name) => [name, row[name]])) as Metrics,
    ]),
  );
}
