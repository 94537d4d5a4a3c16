import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import type { Db } from "#db/client.server.ts";
import { ranksSchema, type Rank } from "./ranks.ts";

export type RankList = { version: number; ranks: Rank[] };

/** The community's ranks as published last; the defaults are version 0. */
export async function loadRanks(db: Db, communityId: number): Promise<RankList> {
  const row = await db
    .selectFrom("rank_list")
    .select(["version", "ranks"])
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row
    ? { version: row.version, ranks: ranksSchema.parse(row.ranks) }
    : { version: 0, ranks: DEFAULT_RANKS };
}
