import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/** Staff decided about a post: votes to hide it count no more, and their members don't vote again. */
export async function closeHideVotes(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  postId: number,
): Promise<void> {
  await tx
    .updateTable("hide_vote")
    .set({ closed_at: ctx.now })
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "=", postId)
    .where("closed_at", "is", null)
    .execute();
}
