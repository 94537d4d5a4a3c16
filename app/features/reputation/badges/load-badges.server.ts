import type { IconName } from "#app/ui/icon-name.ts";
import type { Db } from "#db/client.server.ts";
import {
  BADGE_ICONS,
  GIVEN_KEYS,
  isBuiltIn,
  RULED_KEYS,
  shapeOf,
  TRACKS,
  type Track,
} from "./built-in-badges.ts";

/** One badge of a community's catalogue. */
export type Badge = {
  key: string;
  /** How it is given: by a rule of the rows, by staff, or by a formula at night. */
  by: "rule" | "hand" | "formula";
  track: Track;
  icon: IconName;
  levels: readonly number[];
  /** The brand's own name; `null` where the catalogue of texts has it. */
  own: string | null;
  /** The brand's own words; empty for a built-in badge. */
  description: string;
  formula: string;
  active: boolean;
};

const knownTrack = (text: string): Track => TRACKS.find((track) => track === text) ?? "belonging";
const knownIcon = (text: string): IconName => BADGE_ICONS.find((icon) => icon === text) ?? "star";

/** The built-in badges as the brand has them, then its own; those turned off too. */
export async function loadBadges(db: Db, communityId: number): Promise<Badge[]> {
  const rows = await db
    .selectFrom("badge")
    .select(["key", "kind", "name", "description", "icon", "track", "formula", "active"])
    .where("community_id", "=", communityId)
    .orderBy("created_at")
    .orderBy("key")
    .execute();
  const said = new Map(rows.map((row) => [row.key, row]));
  const builtIn = [...RULED_KEYS, ...GIVEN_KEYS].map((key): Badge => {
    const row = said.get(key);
    return {
      ...shapeOf(key),
      key,
      by: RULED_KEYS.some((ruled) => ruled === key) ? "rule" : "hand",
      own: row?.name || null,
      description: "",
      formula: "",
      active: row?.active ?? true,
    };
  });
  const own = rows.filter(({ key }) => !isBuiltIn(key));
  return [
    ...builtIn,
    ...own.map((row): Badge => ({
      key: row.key,
      by: row.kind === "formula" ? "formula" : "hand",
      track: knownTrack(row.track),
      icon: knownIcon(row.icon),
      levels: [1],
      own: row.name,
      description: row.description,
      formula: row.formula,
      active: row.active,
    })),
  ];
}
