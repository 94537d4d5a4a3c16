import { sql, type RawBuilder } from "kysely";
import { agreedReports, standingDuplicates } from "./care.server.ts";
import { notHeld } from "./fairness/held.server.ts";
import type { RulesVersion } from "./point-rules.ts";

/** Whose causes of which days (UTC, `2026-11-23`); of one thread; of some members; or all. */
export type CauseScope =
  | { members: number[]; days: string[] }
  | { threadId: number }
  | { memberIds: number[] }
  | { everything: true };

type Columns = { member: string; at: string; thread: string };

/** A day as caps know it; the same expression as in the index `vote_day`. */
const dayOf = (at: string) => sql`(${sql.ref(at)} at time zone 'UTC')::date`;

function inScope(scope: CauseScope, { member, at, thread }: Columns): RawBuilder<unknown> {
  if ("everything" in scope) return sql`true`;
  if ("memberIds" in scope) return sql`${sql.ref(member)} = any(${scope.memberIds}::bigint[])`;
  if ("threadId" in scope) return sql`${sql.ref(thread)} = ${scope.threadId}`;
  return sql`${sql.ref(member)} = any(${scope.members}::bigint[])
    and ${dayOf(at)} = any(${scope.days}::date[])`;
}

/** Published posts of published threads by members: only they earn anything. */
const earning = sql`
  post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    and t.state = 'published' and t.merged_into is null`;

/**
 * Everything that gives points now, as the rows (member_id, rule, cause, at, thread_id, post_id,
 * giver_id). What a member does to their own gives nothing, nor does what a case of unfair votes
 * holds.
 */
export function causes(communityId: number, scope: CauseScope): RawBuilder<unknown> {
  const of = (member: string, at: string) => inScope(scope, { member, at, thread: "t.id" });
  return sql`
    select p.author_id as member_id, 'helpful' as rule, 'helpful:' || v.id as cause,
      v.created_at as at, t.id as thread_id, p.id as post_id, v.member_id as giver_id
    from ${earning} join vote v on v.community_id = p.community_id and v.post_id = p.id
    where p.community_id = ${communityId} and p.state = 'published' and p.author_id is not null
      and v.member_id is distinct from p.author_id and ${of("p.author_id", "v.created_at")}
      and ${notHeld(communityId, sql`'helpful:' || v.id`)}
    union all
    select p.author_id, 'accepted', 'accepted:' || t.id || ':' || p.id, t.accepted_at, t.id, p.id, t.author_id
    from ${earning}
    where p.community_id = ${communityId} and p.state = 'published' and t.accepted_post_id = p.id
      and p.author_id is not null and p.author_id is distinct from t.author_id
      and t.accepted_at is not null and ${of("p.author_id", "t.accepted_at")}
      and ${notHeld(communityId, sql`'accepted:' || t.id || ':' || p.id`)}
    union all
    select t.author_id, 'accepting', 'accepting:' || t.id || ':' || p.id, t.accepted_at, t.id, p.id, p.author_id
    from ${earning}
    where p.community_id = ${communityId} and p.state = 'published' and t.accepted_post_id = p.id
      and t.author_id is not null and p.author_id is distinct from t.author_id
      and t.accepted_at is not null and ${of("t.author_id", "t.accepted_at")}
      and ${notHeld(communityId, sql`'accepting:' || t.id || ':' || p.id`)}
    union all
    select p.author_id, 'official', 'official:' || t.id || ':' || p.id, t.official_at, t.id, p.id, null
    from ${earning} join member m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${communityId} and p.state = 'published' and t.official_post_id = p.id
      and m.role in ('member', 'super_user') and t.official_at is not null
      and ${of("p.author_id", "t.official_at")}
    union all
    select r.editor_id, 'edit', 'edit:' || p.id || ':' || r.number, r.created_at, t.id, p.id, p.author_id
    from ${earning} join revision r on r.community_id = p.community_id and r.post_id = p.id
    join member m on m.community_id = r.community_id and m.id = r.editor_id
    where p.community_id = ${communityId} and p.state = 'published'
      and m.role in ('member', 'super_user') and r.editor_id is distinct from p.author_id
      and ${of("r.editor_id", "r.created_at")}
    union all
    select c.actor_id, 'duplicate', 'duplicate:' || c.id, c.created_at, t.id, null, null
    from (${standingDuplicates(communityId)}) c
    join thread t on t.community_id = ${communityId} and t.id = c.thread_id
    join member m on m.community_id = t.community_id and m.id = c.actor_id
    where m.role in ('member', 'super_user') and c.actor_id is distinct from t.author_id
      and ${of("c.actor_id", "c.created_at")}
    union all
    select h.member_id, 'report', 'report:' || h.post_id, h.created_at, t.id, h.post_id, null
    from (${agreedReports(communityId)}) h
    join thread t on t.community_id = ${communityId} and t.id = h.thread_id
    join member m on m.community_id = t.community_id and m.id = h.member_id
    where m.role in ('member', 'super_user') and ${of("h.member_id", "h.created_at")}`;
}

/** The versions of rules as rows (version, effective_from, rule, points, daily_cap). */
function priceList(versions: RulesVersion[]): RawBuilder<unknown> {
  const list = versions.flatMap(({ version, effectiveFrom, rules }) =>
    Object.entries(rules).map(([rule, { points, dailyCap }]) => ({
      version,
      effective_from: effectiveFrom,
      rule,
      points,
      daily_cap: dailyCap,
    })),
  );
  return sql`select * from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
    as price (version int, effective_from timestamptz, rule text, points int, daily_cap int)`;
}

/**
 * What each cause is worth by the last version that holds for its time, in order of time within a
 * day until its cap is reached: rows of `causes` with day, version and points. A scope must hold
 * whole days of a member for caps to be right.
 */
export function pricedCauses(
  communityId: number,
  scope: CauseScope,
  versions: RulesVersion[],
): RawBuilder<unknown> {
  return sql`
    select c.member_id, c.rule, c.cause, c.at, c.day, c.thread_id, c.post_id, c.giver_id, c.version,
      case when c.daily_cap is null then c.points
        else greatest(0, least(c.points, c.daily_cap - coalesce(sum(c.points) over earlier, 0)))
      end::int as points
    from (
      select caused.*, (caused.at at time zone 'UTC')::date as day,
        price.version, price.points, price.daily_cap
      from (${causes(communityId, scope)}) caused
      cross join lateral (
        select p.version, p.points, p.daily_cap from (${priceList(versions)}) p
        where p.rule = caused.rule and (p.effective_from is null or p.effective_from <= caused.at)
        order by p.version desc limit 1
      ) price
    ) c
    window earlier as (
      partition by c.member_id, c.rule, c.day order by c.at, c.cause
      rows between unbounded preceding and 1 preceding
    )`;
}
