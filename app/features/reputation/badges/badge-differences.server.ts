import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { dueBadges } from "./due-badges.server.ts";

export type BadgeDifference = {
  communityId: number;
  check: "badge_grant.rule";
  id: string;
  stored: string;
  actual: string;
};

/**
 * Grants of badges by rule that the rules don't give, give otherwise, or that lack; at most `limit`.
 * What time alone gives is given at night: it may lack for two days. Badges by hand and by formula
 * follow from no rows.
 */
export async function badgeDifferences(
  db: Db,
  communityId: number,
  { limit, now }: { limit: number; now: Date },
): Promise<BadgeDifference[]> {
  const { rows } = await sql<{ id: string; stored: string; actual: string }>`
    with due as materialized (
      ${dueBadges(communityId, { memberIds: null, keys: null, now })}
    ),
    given as materialized (
      select member_id, badge_key, level, earned_at, thread_id, post_id
      from badge_grant where community_id = ${communityId} and revoked_at is null and not by_hand
        and badge_key not in (select key from badge where badge.community_id = ${communityId} and kind <> 'built_in')
    )
    select member_id || ' ' || badge_key || ' ' || level as id,
      coalesce(given.earned_at || ' post ' || given.post_id, 'not granted') as stored,
      coalesce(due.at || ' post ' || due.post_id, 'not earned') as actual
    from due full join given using (member_id, badge_key, level)
    where (given.earned_at, given.thread_id, given.post_id) is distinct from (due.at, due.thread_id, due.post_id)
      and not (badge_key = 'years' and given.earned_at is null and due.at > ${now}::timestamptz - interval '2 days')
    order by member_id, badge_key, level limit ${limit}
  `.execute(db);
  return rows.map((row) => ({ ...row, communityId, check: "badge_grant.rule" as const }));
}
