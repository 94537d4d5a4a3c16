import type { Db } from "#db/client.server.ts";
import {
  DEFAULT_RULES,
  DEFAULT_VERSION,
  pointRulesSchema,
  type RulesVersion,
} from "./point-rules.ts";

/** All versions of a community's rules, the defaults as version 0 first. */
export async function loadPointRules(db: Db, communityId: number): Promise<RulesVersion[]> {
  const rows = await db
    .selectFrom("point_rules")
    .select(["version", "rules", "effective_from"])
    .where("community_id", "=", communityId)
    .orderBy("version")
    .execute();
  return [
    { version: DEFAULT_VERSION, effectiveFrom: null, rules: DEFAULT_RULES },
    ...rows.map((row) => ({
      version: row.version,
      effectiveFrom: row.effective_from,
      rules: pointRulesSchema.parse(row.rules),
    })),
  ];
}
