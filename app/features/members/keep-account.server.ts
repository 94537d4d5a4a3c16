import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/** Takes back that a member's account is to end. */
export async function keepAccount(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  memberId: number,
): Promise<void> {
  await tx
    .updateTable("member")
    .set({ erase_at: null })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .where("erase_at", "is not", null)
    .execute();
}
