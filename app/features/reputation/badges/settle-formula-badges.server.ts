import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { memberMetrics } from "../member-metrics.server.ts";
import { holds, isFault, readFormula, type Formula } from "../rank-formula.ts";
import type { Granted } from "./settle-badges.server.ts";

async function loadFormulas(tx: Tx, communityId: number) {
  const rows = await tx
    .selectFrom("badge")
    .select(["key", "formula"])
    .where("community_id", "=", communityId)
    .where("kind", "=", "formula")
    .orderBy("key")
    .execute();
  return rows.flatMap(({ key, formula }) => {
    const read = readFormula(formula);
    return isFault(read) ? [] : [{ key, formula: read as Formula }];
  });
}

/**
 * Gives the brand's badges by formula to everybody for whom the formula holds now, and revokes those
 * of whom it doesn't hold any more. Gives the new grants; again changes nothing.
 */
export async function settleFormulaBadges(
  tx: Tx,
  communityId: number,
  now: Date,
): Promise<Granted[]> {
  const formulas = await loadFormulas(tx, communityId);
  if (formulas.length === 0) return [];
  const metrics = await memberMetrics(tx, communityId, { memberIds: null, now });
  const due = formulas.flatMap(({ key, formula }) =>
    [...metrics].filter(([, of]) => holds(formula, of)).map(([memberId]) => ({ key, memberId })),
  );
  const { rows } = await sql<{ member_id: number; badge_key: string }>`
    with due as materialized (
      select * from unnest(${due.map(({ memberId }) => memberId)}::bigint[],
        ${due.map(({ key }) => key)}::text[]) as due (member_id, badge_key)
    ),
    gone as (
      update badge_grant set revoked_at = ${now}
      where community_id = ${communityId} and revoked_at is null and not by_hand
        and badge_key = any(${formulas.map(({ key }) => key)}::text[])
        and not exists (select from due where due.member_id = badge_grant.member_id
          and due.badge_key = badge_grant.badge_key)
    )
    insert into badge_grant (community_id, member_id, badge_key, earned_at, created_at)
    select ${communityId}, member_id, badge_key, ${now}, ${now} from due
    where not exists (select from badge_grant held where held.community_id = ${communityId}
      and held.member_id = due.member_id and held.badge_key = due.badge_key and held.revoked_at is null)
    order by badge_key, member_id
    returning member_id, badge_key
  `.execute(tx);
  return rows.map((row) => ({
    memberId: row.member_id,
    badgeKey: row.badge_key,
    level: 1,
    earnedAt: now,
  }));
}
