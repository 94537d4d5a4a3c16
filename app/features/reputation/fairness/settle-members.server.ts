import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { settlePoints } from "../settle-points.server.ts";
import { settleRanks } from "../settle-ranks.server.ts";

/** Brings the points and ranks of members to what the rows, and what is held, say. */
export async function settleMembers(tx: Tx, ctx: Ctx, memberIds: number[]): Promise<void> {
  const ordered = memberIds.toSorted((a, b) => a - b);
  for (const memberId of ordered) await settlePoints(tx, ctx.community.id, { memberId });
  if (ordered.length > 0)
    await settleRanks(tx, ctx.community.id, { memberIds: ordered, now: ctx.now });
}
