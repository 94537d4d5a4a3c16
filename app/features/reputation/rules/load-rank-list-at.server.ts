import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import type { Db } from "#db/client.server.ts";
import { ranksSchema, type Rank } from "../ranks.ts";
import type { RankLists } from "./rank-moves.ts";

type Moment = { version: number; changedAt: Date };

/**
 * The lists of ranks that a move of somebody went by: from a place in `before` to one in `after`,
 * which differ, with a `note` why, when the move came from publishing the second.
 */
export async function loadRankListAt(
  db: Db,
  communityId: number,
  { version, changedAt }: Moment,
): Promise<RankLists & { note: string | null }> {
  const rows = await db
    .selectFrom("rank_list")
    .select(["version", "ranks", "note", "published_at"])
    .where("community_id", "=", communityId)
    .where("version", "in", [version - 1, version])
    .execute();
  const listOf = (number: number): Rank[] => {
    const row = rows.find((one) => one.version === number);
    return row ? ranksSchema.parse(row.ranks) : DEFAULT_RANKS;
  };
  const after = listOf(version);
  const published = rows.find((row) => row.version === version);
  if (published?.published_at.getTime() !== changedAt.getTime()) {
    return { before: after, after, note: null };
  }
  return { before: listOf(version - 1), after, note: published.note };
}
