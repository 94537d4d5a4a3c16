import type { Ctx } from "#app/lib/ctx.ts";
import { takeUp, type ClusterRef } from "./take-up.server.ts";

/**
 * Opens a cluster again: neither answered nor solved; who looks after it stays.
 * @throws as takeUp
 */
export async function reopenCase(ctx: Ctx, ref: ClusterRef): Promise<void> {
  await takeUp(ctx, ref, async (tx, caseId) => {
    await tx
      .updateTable("search_case")
      .set({
        state: "open",
        thread_id: null,
        answered_at: null,
        solved_at: null,
        solved_log_id: null,
        before_searches: 0,
        before_succeeded: 0,
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", caseId)
      .execute();
  });
}
