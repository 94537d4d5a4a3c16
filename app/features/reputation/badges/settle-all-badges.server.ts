import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { membersInTurn } from "../members-in-turn.server.ts";
import { settleBadges, type Granted } from "./settle-badges.server.ts";
import { settleFormulaBadges } from "./settle-formula-badges.server.ts";
import { tellGranted } from "./tell-granted.server.ts";

/** It reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

/** What was earned longer ago came to light by an import or a new rule: nobody waits for a word. */
const NEWS = 2 * 24 * 60 * 60_000;

/**
 * Settles every badge of a community, some members at a time, whose votes wait only for that long; also those that
 * time alone gives or a formula does. Tells of what was earned in the last two days unless `tell` is false. Gives the new grants.
 */
export async function settleAllBadges(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  { tell }: { tell: boolean } = { tell: true },
): Promise<Granted[]> {
  const { db, community, now } = ctx;
  const all: Granted[] = [];
  const settle = async (some: (tx: Tx) => Promise<Granted[]>): Promise<void> => {
    const granted = await inTransaction(db, async (tx) => {
      await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
      const found = await some(tx);
      const news = found.filter(({ earnedAt }) => now.getTime() - earnedAt.getTime() < NEWS);
      if (tell) await tellGranted(tx, community.id, news);
      return found;
    });
    all.push(...granted);
  };
  for await (const memberIds of membersInTurn(db, community.id)) {
    await settle((tx) => settleBadges(tx, community.id, { memberIds, keys: null, now }));
  }
  await settle((tx) => settleFormulaBadges(tx, community.id, now));
  return all;
}
