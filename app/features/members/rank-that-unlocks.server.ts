import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import type { Power } from "#app/lib/powers.ts";
import { rankName } from "./rank-name.ts";

type Named = { key: string; name: string; powers: readonly string[] };

/** Name of the community's first rank with a power, for the reader; `null` when none has it. */
export async function rankThatUnlocks(
  { db, community, t }: Pick<Ctx, "db" | "community" | "t">,
  power: Power,
): Promise<string | null> {
  const { rows } = await sql<{ ranks: Named[] }>`
    select ranks from rank_list where community_id = ${community.id} order by version desc limit 1
  `.execute(db);
  const ranks: Named[] = rows[0]?.ranks ?? DEFAULT_RANKS;
  const first = ranks.find(({ powers }) => powers.includes(power));
  return first ? rankName(t, first) : null;
}
