import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { RuledKey } from "./built-in-badges.ts";
import { countedForBadges } from "./due-badges.server.ts";

/** The highest level of a badge that a member has, and since when. */
export type HeldLevel = { level: number; since: Date; grantId: number };

/** What a member holds now, by badge key (`tag:ID` for a tag's). */
export async function heldBadges(
  db: Db,
  communityId: number,
  memberId: number,
): Promise<Map<string, HeldLevel>> {
  const rows = await db
    .selectFrom("badge_grant")
    .select(["id", "badge_key", "level", "earned_at"])
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .orderBy("level")
    .execute();
  return new Map(
    rows.map((row) => [row.badge_key, { level: row.level, since: row.earned_at, grantId: row.id }]),
  );
}

/** How often a member did what counts, by badge key; badges not begun are missing. */
export async function badgeCounts(
  db: Db,
  communityId: number,
  of: { memberId: number; keys: readonly RuledKey[] | null; now: Date },
): Promise<Map<string, number>> {
  const scope = { memberIds: [of.memberId], keys: of.keys, now: of.now };
  const { rows } = await sql<{ badge_key: string; count: number }>`
    select badge_key, count(*)::int as count
    from (${countedForBadges(communityId, scope)}) counted group by badge_key
  `.execute(db);
  return new Map(rows.map((row) => [row.badge_key, row.count]));
}
