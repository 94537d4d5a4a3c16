import type { Screening } from "#app/features/automod/screening/screen.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { InsertedPost } from "./insert-post.server.ts";
import { publishPost } from "./publish-post.server.ts";
import { heldReason, settleScreening } from "./screening/settle-screening.server.ts";

/** Shows a new answer or reply, or leaves it for staff to look at first, as automod says. */
export async function publishOrHold(
  tx: Tx,
  ctx: Ctx,
  { post, screening }: { post: InsertedPost; screening: Screening },
): Promise<void> {
  const held = screening.verdict === "hold";
  if (held) {
    await tx
      .updateTable("post")
      .set({ state_reason: heldReason(ctx, screening), state_at: ctx.now })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", post.id)
      .execute();
  } else await publishPost(tx, ctx, post);
  await settleScreening(tx, ctx, { post, screening, held });
}
