import type { Ctx } from "#app/lib/ctx.ts";
import { takeUp, type ClusterRef } from "./take-up.server.ts";

/**
 * Says which thread answers a cluster; the caller has seen to it that the actor can see the thread. A
 * cluster that came back is open to be solved again.
 * @throws as takeUp
 */
export async function answerCase(
  ctx: Ctx,
  { threadId, ...cluster }: ClusterRef & { threadId: number },
): Promise<void> {
  await takeUp(ctx, cluster, async (tx, caseId) => {
    await tx
      .updateTable("search_case")
      .set({
        state: "answered",
        thread_id: threadId,
        answered_at: ctx.now,
        solved_at: null,
        solved_log_id: null,
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", caseId)
      .execute();
  });
}
