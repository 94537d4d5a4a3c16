import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewKind } from "#db/schema-review.ts";

export type NewItem = {
  kind: ReviewKind;
  threadId: number;
  /** The answer or reply; without: the thread. */
  postId?: number | null;
  targetId?: number | null;
  revision?: number | null;
  authorId: number | null;
  proposedBy?: number | null;
  reason?: string;
  caseId?: number | null;
};

/** Hands something to the members who review; `null` when they have it already, or had it. */
export async function insertItem(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  item: NewItem,
): Promise<number | null> {
  const row = await tx
    .insertInto("review_item")
    .values({
      community_id: ctx.community.id,
      kind: item.kind,
      thread_id: item.threadId,
      post_id: item.postId ?? null,
      target_id: item.targetId ?? null,
      revision: item.revision ?? null,
      author_id: item.authorId,
      proposed_by: item.proposedBy ?? null,
      reason: item.reason ?? "",
      case_id: item.caseId ?? null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
