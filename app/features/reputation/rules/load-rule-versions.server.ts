import type { Ctx } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { DEFAULT_RULES, pointRulesSchema, type PointRules } from "../point-rules.ts";
import { ranksSchema, type Rank } from "../ranks.ts";

type Version = {
  version: number;
  at: Date;
  note: string;
  /** Who published it; `null` when they have left. */
  by: string | null;
};

export type PointVersion = Version & {
  effectiveFrom: Date | null;
  before: PointRules;
  after: PointRules;
};
export type RankVersion = Version & { before: Rank[]; after: Rank[] };

/** Every published version of the point rules, each with the one before, the newest first. */
export async function loadPointVersions({ db, community }: Ctx): Promise<PointVersion[]> {
  const rows = await db
    .selectFrom("point_rules as r")
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "r.community_id").onRef("m.id", "=", "r.published_by"),
    )
    .where("r.community_id", "=", community.id)
    .select(["r.version", "r.rules", "r.effective_from", "r.note", "r.published_at", "m.name"])
    .orderBy("r.version")
    .execute();
  let before: PointRules = DEFAULT_RULES;
  const versions = rows.map((row) => {
    const after = pointRulesSchema.parse(row.rules);
    const version = {
      version: row.version,
      at: row.published_at,
      note: row.note,
      by: row.name,
      effectiveFrom: row.effective_from,
      before,
      after,
    };
    before = after;
    return version;
  });
  return versions.reverse();
}

/** Every published version of the list of ranks, each with the one before, the newest first. */
export async function loadRankVersions({ db, community }: Ctx): Promise<RankVersion[]> {
  const rows = await db
    .selectFrom("rank_list as r")
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "r.community_id").onRef("m.id", "=", "r.published_by"),
    )
    .where("r.community_id", "=", community.id)
    .select(["r.version", "r.ranks", "r.note", "r.published_at", "m.name"])
    .orderBy("r.version")
    .execute();
  let before: Rank[] = DEFAULT_RANKS;
  const versions = rows.map((row) => {
    const after = ranksSchema.parse(row.ranks);
    const version = {
      version: row.version,
      at: row.published_at,
      note: row.note,
      by: row.name,
      before,
      after,
    };
    before = after;
    return version;
  });
  return versions.reverse();
}
