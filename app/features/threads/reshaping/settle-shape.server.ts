import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { refreshLine } from "../answer-pointers.server.ts";
import { recomputeCounters } from "../recompute-counters.server.ts";

/** Counts threads anew whose kind or posts changed, and tells of it. */
export async function settleShape(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  threadIds: number[],
): Promise<void> {
  const communityId = ctx.community.id;
  await recomputeCounters(tx, communityId, threadIds);
  for (const threadId of threadIds) {
    await refreshLine(tx, communityId, threadId);
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "thread.reshaped",
      payload: { threadId },
    });
  }
}
