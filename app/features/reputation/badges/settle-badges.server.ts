import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { dueBadges, type DueScope } from "./due-badges.server.ts";

export type Granted = { memberId: number; badgeKey: string; level: number; earnedAt: Date };

/** Settling a whole community reads its tables; the limit of a page's statements is too short. */
const TIME_LIMIT = "10min";

/**
 * Brings the grants of badges by rule to what the rows say, for some members or all, for some badges
 * or all: grants what is missing with the moment and post that earned it, however long ago; corrects
 * those of a level that something else earned; revokes what has no cause any more. What staff gave
 * is left alone. Gives the new grants; again changes nothing.
 */
export async function settleBadges(
  tx: Tx,
  communityId: number,
  scope: DueScope,
): Promise<Granted[]> {
  const { memberIds, keys, now } = scope;
  if (memberIds?.length === 0 || keys?.length === 0) return [];
  if (memberIds === null) {
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
  }
  await sql`
    select id from member where community_id = ${communityId}
      and (${memberIds}::bigint[] is null or id = any(${memberIds}::bigint[]))
    order by id for no key update
  `.execute(tx);
  const inScope = sql`community_id = ${communityId} and revoked_at is null and not by_hand
    and badge_key not in (select key from badge where badge.community_id = ${communityId} and kind <> 'built_in')
    ${memberIds === null ? sql`` : sql`and member_id = any(${memberIds}::bigint[])`}
    ${keys === null ? sql`` : sql`and split_part(badge_key, ':', 1) = any(${[...keys]}::text[])`}`;
  const { rows } = await sql<{ member_id: number; badge_key: string; level: number; at: Date }>`
    with due as materialized (${dueBadges(communityId, scope)}),
    given as materialized (
      select id, member_id, badge_key, level, earned_at, thread_id, post_id
      from badge_grant where ${inScope}
    ),
    gone as (
      update badge_grant set revoked_at = ${now}
      from given left join due using (member_id, badge_key, level)
      where badge_grant.community_id = ${communityId} and badge_grant.id = given.id
        and due.member_id is null
    ),
    moved as (
      update badge_grant set earned_at = due.at, thread_id = due.thread_id, post_id = due.post_id
      from given join due using (member_id, badge_key, level)
      where badge_grant.community_id = ${communityId} and badge_grant.id = given.id
        and (given.earned_at, given.thread_id, given.post_id)
          is distinct from (due.at, due.thread_id, due.post_id)
    )
    insert into badge_grant (community_id, member_id, badge_key, level, earned_at, thread_id, post_id, created_at)
    select ${communityId}, member_id, badge_key, level, due.at, due.thread_id, due.post_id, ${now}
    from due left join given using (member_id, badge_key, level)
    where given.id is null
    order by due.at, member_id, badge_key, level
    returning member_id, badge_key, level, earned_at as at
  `.execute(tx);
  return rows.map((row) => ({
    memberId: row.member_id,
    badgeKey: row.badge_key,
    level: row.level,
    earnedAt: row.at,
  }));
}
