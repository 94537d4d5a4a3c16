import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo, type MemberRole } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";
import { impactOf, type Period } from "./solved-by.server.ts";

export type MonthFacts = {
  points: number;
  solved: number;
  helped: number;
  reads: number;
};

/** The month before a moment's, UTC. */
export function lastMonth(now: Date): Period {
  const first = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back));
  return { from: first(1), until: first(0) };
}

/** What members gave in a period, by member; those who gave nothing are left out. */
export async function monthFacts(
  db: Db,
  communityId: number,
  of: { memberIds: number[]; period: Period },
): Promise<Map<number, MonthFacts>> {
  const { memberIds, period } = of;
  const { rows } = await sql<MonthFacts & { id: number }>`
    with impact as materialized (${impactOf(communityId, of)}),
    earned as (
      select member_id, sum(points)::int as points from reputation_entry
      where community_id = ${communityId} and member_id = any(${memberIds}::bigint[])
        and caused_at >= ${period.from} and caused_at < ${period.until}
      group by member_id
    )
    select m.id, coalesce(earned.points, 0) as points, coalesce(impact.solved, 0) as solved,
      coalesce(impact.helped, 0) as helped, coalesce(impact.reads, 0) as reads
    from unnest(${memberIds}::bigint[]) as m (id)
    left join earned on earned.member_id = m.id left join impact on impact.member_id = m.id
    where earned.points is not null or impact.member_id is not null
  `.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export type MonthBadge = {
  key: string;
  /** The brand's own name, and the tag's. */
  own: string | null;
  tag: string | null;
};

/** Badges that members earned in a period and hold still, each once, by member. */
export async function monthBadges(
  db: Db,
  communityId: number,
  { memberIds, period }: { memberIds: number[]; period: Period },
): Promise<Map<number, MonthBadge[]>> {
  const { rows } = await sql<MonthBadge & { member_id: number }>`
    select distinct g.member_id, g.badge_key as key, badge.name as own, tag.name as tag
    from badge_grant g
    left join badge on badge.community_id = g.community_id and badge.key = g.badge_key
    left join tag on tag.community_id = g.community_id and 'tag:' || tag.id = g.badge_key
    where g.community_id = ${communityId} and g.member_id = any(${memberIds}::bigint[])
      and g.revoked_at is null and g.earned_at >= ${period.from} and g.earned_at < ${period.until}
      and badge.active is distinct from false
      and (g.badge_key not like 'tag:%' or tag.id is not null)
    order by g.member_id, g.badge_key
  `.execute(db);
  const found = new Map<number, MonthBadge[]>();
  for (const { member_id: memberId, ...badge } of rows) {
    found.set(memberId, [...(found.get(memberId) ?? []), badge]);
  }
  return found;
}

export type WaitingQuestion = { id: number; slug: string; title: string; tag: string };

const TAGS = 5;
const DAYS = 30;

/**
 * An open question of the last 30 days that a member may answer, about what they know most of; `null`
 * when there is none.
 */
export async function waitingQuestion(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  member: { id: number; role: MemberRole },
): Promise<WaitingQuestion | null> {
  const at = ctx.community.id;
  const roles = rolesUpTo(member.role);
  const { rows } = await sql<WaitingQuestion>`
    with knows as (
      select tag_id, score from expertise
      where community_id = ${at} and member_id = ${member.id} and tag_id is not null
      order by score desc limit ${TAGS}
    )
    select t.id, t.slug, t.title, tag.name as tag
    from knows join thread_tag tt on tt.community_id = ${at} and tt.tag_id = knows.tag_id
    join tag on tag.community_id = ${at} and tag.id = knows.tag_id
    join thread t on t.community_id = ${at} and t.id = tt.thread_id and t.state = 'published'
      and t.kind = 'question' and t.accepted_post_id is null and t.locked_at is null
      and t.merged_into is null and t.created_at > ${ctx.now}::timestamptz - make_interval(days => ${DAYS})
      and t.author_id is distinct from ${member.id}::bigint
    join space s on s.community_id = ${at} and s.id = t.space_id
      and s.read_role = any(${roles}::text[]) and s.post_role = any(${roles}::text[])
    where not exists (select from post p where p.community_id = ${at} and p.thread_id = t.id
      and p.author_id = ${member.id})
    order by knows.score desc, t.id desc limit 1
  `.execute(ctx.db);
  return rows[0] ?? null;
}
