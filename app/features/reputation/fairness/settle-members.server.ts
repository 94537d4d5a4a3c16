import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { settleBadges } from "../badges/settle-badges.server.ts";
import { tellGranted } from "../badges/tell-granted.server.ts";
import { settlePoints } from "../settle-points.server.ts";
import { settleRanks } from "../settle-ranks.server.ts";

/** Brings points, ranks and badges of members to what the rows, and what is held, say. */
export async function settleMembers(tx: Tx, ctx: Ctx, memberIds: number[]): Promise<void> {
  if (memberIds.length === 0) return;
  const { community, now } = ctx;
  await settlePoints(tx, community.id, { memberIds });
  await settleRanks(tx, community.id, { memberIds, now });
  const granted = await settleBadges(tx, community.id, { memberIds, keys: null, now });
  await tellGranted(tx, community.id, granted);
}
