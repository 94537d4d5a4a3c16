import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { once } from "#app/lib/once.server.ts";
import { checkSettings, type CheckSettings } from "../checks/settings.ts";

export type LoadedSettings = { settings: CheckSettings; version: number };

type Kept = LoadedSettings & { stamp: string };

const MOST_KEPT = 500;

/** What was read last, by community: word lists are long, and compiled once for each array. */
const kept = once("automod-settings", () => new Map<number, Kept>());

/** A part that doesn't fit, as a release before may have written it, gets its default again. */
export function readStored(stored: unknown): CheckSettings {
  const whole = checkSettings.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  const fitting = Object.entries(stored ?? {}).filter(
    ([name, part]) => checkSettings.safeParse({ [name]: part }).success,
  );
  return checkSettings.parse(Object.fromEntries(fitting));
}

/**
 * What the checks of the community are set to, as stored now: one query, which brings the settings
 * along only when they changed. Version 0 and the defaults where staff never changed any.
 */
export async function loadSettings({
  db,
  community,
}: Pick<Ctx, "db" | "community">): Promise<LoadedSettings> {
  const before = kept.get(community.id);
  const stamp = sql<string>`version || ' ' || updated_at`;
  const row = await db
    .selectFrom("automod_settings")
    .select([
      "version",
      stamp.as("stamp"),
      sql<unknown>`case when ${stamp} = ${before?.stamp ?? ""} then null else settings end`.as(
        "settings",
      ),
    ])
    .where("community_id", "=", community.id)
    .executeTakeFirst();
  if (!row) return { settings: checkSettings.parse({}), version: 0 };
  if (before && before.stamp === row.stamp) return before;
  const read = { settings: readStored(row.settings), version: row.version, stamp: row.stamp };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(community.id, read);
  return read;
}
