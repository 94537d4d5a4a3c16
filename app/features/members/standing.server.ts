import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { SanctionKind } from "#db/schema-moderation.ts";

type Sanctions = { kind: SanctionKind; until: string | null }[];

/** Sanctions of a member (`alias`) that hold now; they end by themselves. */
export function sanctionsNow(alias: string) {
  return sql<Sanctions>`(
    select coalesce(json_agg(json_build_object('kind', given.kind, 'until', given.ends_at)), '[]'::json)
    from sanction given
    where given.community_id = ${sql.ref(`${alias}.community_id`)}
      and given.member_id = ${sql.ref(`${alias}.id`)}
      and given.kind <> 'warn' and given.ended_by is null and given.starts_at <= now()
      and (given.ends_at is null or given.ends_at > now())
  )`;
}

/** Ids of the spaces that a member (`alias`) moderates. */
export function moderatedSpaces(alias: string) {
  return sql<number[]>`array(
    select moderated.space_id from space_moderator moderated
    where moderated.community_id = ${sql.ref(`${alias}.community_id`)}
      and moderated.member_id = ${sql.ref(`${alias}.id`)}
  )`;
}

/** The last end of some sanctions; `null` when one of them has none. */
function lastEnd(sanctions: Sanctions): { until: Date | null } | null {
  if (sanctions.length === 0) return null;
  if (sanctions.some(({ until }) => until === null)) return { until: null };
  return { until: new Date(Math.max(...sanctions.map(({ until }) => Date.parse(until!)))) };
}

export type Standing = {
  /** May read, not write. */
  silenced: { until: Date | null } | null;
  /** May not be signed in: suspended or banned. */
  shutOut: { until: Date | null } | null;
};

/** What the sanctions that hold now come to. */
export function standingOf(sanctions: Sanctions): Standing {
  return {
    silenced: lastEnd(sanctions.filter(({ kind }) => kind === "silence")),
    shutOut: lastEnd(sanctions.filter(({ kind }) => kind === "suspend" || kind === "ban")),
  };
}

/** A member's standing now. */
export async function loadStanding(
  db: Db,
  communityId: number,
  memberId: number,
): Promise<Standing> {
  const row = await db
    .selectFrom("member as m")
    .select(sanctionsNow("m").as("sanctions"))
    .where("m.community_id", "=", communityId)
    .where("m.id", "=", memberId)
    .executeTakeFirst();
  return standingOf(row?.sanctions ?? []);
}
