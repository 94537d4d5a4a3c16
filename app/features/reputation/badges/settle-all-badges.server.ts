import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { settleBadges, type Granted } from "./settle-badges.server.ts";
import { settleFormulaBadges } from "./settle-formula-badges.server.ts";
import { tellGranted } from "./tell-granted.server.ts";

/** What was earned longer ago came to light by an import or a new rule: nobody waits for a word. */
const NEWS = 2 * 24 * 60 * 60_000;

/**
 * Settles every badge of a community, also those that time alone gives or a formula does, and tells
 * of what was earned in the last two days. Gives the new grants.
 */
export async function settleAllBadges(ctx: Ctx): Promise<Granted[]> {
  const { community, now } = ctx;
  return inTransaction(ctx.db, async (tx) => {
    const granted = [
      ...(await settleBadges(tx, community.id, { memberIds: null, keys: null, now })),
      ...(await settleFormulaBadges(tx, community.id, now)),
    ];
    const news = granted.filter(({ earnedAt }) => now.getTime() - earnedAt.getTime() < NEWS);
    await tellGranted(tx, community.id, news);
    return granted;
  });
}
