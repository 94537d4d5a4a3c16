import { type RawBuilder, sql } from "kysely";
import type { Cursor } from "#db/page.server.ts";

export type BoardPeriod = "week" | "month" | "all";

export type BoardQuery = {
  communityId: number;
  /** Points of what happened from then on; `null` for all that ever happened. */
  since: Date | null;
  /** Only points for what happened in a space, or in threads of a tag. */
  place: { spaceId: number } | { tagId: number } | null;
  withStaff: boolean;
  after: Cursor | null;
  limit: number;
};

/** Monday 00:00 (UTC) of the week of `now`, or the first of its month; `null` for all time. */
export function startOf(period: BoardPeriod, now: Date): Date | null {
  if (period === "all") return null;
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (period === "month") return new Date(Date.UTC(year, month, 1));
  return new Date(Date.UTC(year, month, day - ((now.getUTCDay() + 6) % 7)));
}

const shown = ({ withStaff }: BoardQuery) => sql`
  m.on_leaderboards and (${withStaff} or m.role in ('member', 'super_user'))`;

/** All time, everywhere: the sums that stand at the members. */
function ofMembers(query: BoardQuery): RawBuilder<unknown> {
  const { after } = query;
  const from = after
    ? sql`and m.points <= ${after.value} and (m.points < ${after.value} or m.id > ${after.id})`
    : sql``;
  return sql`
    select m.id as "memberId", m.handle, m.name, m.hue, m.role, m.rank, m.points
    from member m
    where m.community_id = ${query.communityId} and m.points > 0 and ${shown(query)} ${from}
    order by m.points desc, m.id limit ${query.limit}`;
}

/** Entries of a place: by the threads' index the space's threads, else all of the time. */
function placed({ communityId, place }: BoardQuery): RawBuilder<unknown> {
  if (place === null) return sql`true`;
  if ("spaceId" in place)
    return sql`e.thread_id in (
      select t.id from thread t where t.community_id = ${communityId} and t.space_id = ${place.spaceId})`;
  return sql`e.thread_id in (
    select tt.thread_id from thread_tag tt
    where tt.community_id = ${communityId} and tt.tag_id = ${place.tagId})`;
}

/**
 * One page of a leaderboard and one row more, best first, members with the same points by id. Points
 * taken back count against the time of what they were for, so that a sum is what still stands.
 */
export function boardQuery(query: BoardQuery): RawBuilder<unknown> {
  if (query.since === null && query.place === null) return ofMembers(query);
  const { after } = query;
  const from = after
    ? sql`and (b.points < ${after.value} or (b.points = ${after.value} and m.id > ${after.id}))`
    : sql``;
  return sql`
    select m.id as "memberId", m.handle, m.name, m.hue, m.role, m.rank, b.points
    from (
      select e.member_id, sum(e.points)::int as points from reputation_entry e
      where e.community_id = ${query.communityId}
        and (${query.since}::timestamptz is null or e.caused_at >= ${query.since}::timestamptz)
        and ${placed(query)}
      group by e.member_id having sum(e.points) > 0
    ) b
    join member m on m.community_id = ${query.communityId} and m.id = b.member_id and ${shown(query)}
    where true ${from}
    order by b.points desc, m.id limit ${query.limit}`;
}
