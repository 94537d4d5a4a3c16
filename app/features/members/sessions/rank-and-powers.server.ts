import { sql } from "kysely";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { powersOf, POWERS, type Power, type RankPowers } from "#app/lib/powers.ts";
import type { MemberRole } from "#app/lib/roles.ts";

/** A community's ranks as published last, to be read along with a member; `null`: the defaults. */
export function listedRanks(communityId: number) {
  return sql<RankPowers[] | null>`(
    select list.ranks from rank_list list where list.community_id = ${communityId}
    order by list.version desc limit 1
  )`;
}

const POWER_NAMES: ReadonlySet<string> = new Set(POWERS);

/** Without a power that an older version knew. */
function known(rank: RankPowers): RankPowers {
  return { key: rank.key, powers: rank.powers.filter((power) => POWER_NAMES.has(power)) };
}

/** A member's rank among the community's, and what it and their role unlock. */
export function rankAndPowers(row: {
  role: MemberRole;
  rank: number;
  ranks: RankPowers[] | null;
}): { rank: { index: number; key: string }; powers: ReadonlySet<Power> } {
  const ranks = row.ranks ?? DEFAULT_RANKS;
  const index = Math.min(row.rank, ranks.length - 1);
  const held = ranks[index]!;
  return {
    rank: { index, key: held.key },
    powers: powersOf(row.role, known(held), known(ranks.at(-1)!)),
  };
}
