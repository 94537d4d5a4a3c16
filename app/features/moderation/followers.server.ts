import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/** The threads that lead to a question as its duplicates, as targets; they follow where it goes. */
export async function followersOf(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  threadId: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("thread")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("duplicate_of", "=", threadId)
    .execute();
  return rows.map(({ id }) => `thread:${id}`);
}
