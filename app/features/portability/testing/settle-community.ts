import { recountAllMembers } from "#app/features/threads/recount-members.server.ts";
import { recountAllPlaces } from "#app/features/threads/recount-places.server.ts";
import { settleReputation } from "#app/features/reputation/settle-reputation.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** What the jobs of all facts come to: a community of which `examine` has nothing to say. */
export async function settleCommunity(
  ctx: Pick<Ctx, "db" | "community"> & { now?: Date },
): Promise<void> {
  const { db, community } = ctx;
  await recountAllMembers(db, community.id);
  await recountAllPlaces(db, community.id);
  await settleReputation({ db, community, now: ctx.now ?? new Date() }, { tell: false });
}
