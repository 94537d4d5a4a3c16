import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { lockSubject } from "../load-decided.server.ts";
import { openCase } from "../open-case.server.ts";
import type { Subject } from "../subject.ts";

export type Item = {
  id: number;
  kind: ReviewKind;
  thread_id: number;
  post_id: number | null;
  target_id: number | null;
  revision: number | null;
  case_id: number | null;
  reason: string;
};

/** What a decision about an item is about. */
export function itemSubject({ post_id: postId, thread_id: threadId }: Item): Subject {
  return postId === null ? { kind: "thread", id: threadId } : { kind: "post", id: postId };
}

/** Leaves an item to staff: as a case of the desk, with why. */
export async function leaveToStaff(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  { item, reason }: { item: Item; reason: ErrorMessage },
): Promise<void> {
  const subject = itemSubject(item);
  await lockSubject(tx, ctx.community.id, subject);
  const { caseId } = await openCase(tx, ctx, {
    subject,
    queue: item.kind === "held" ? "held" : "wants_staff",
    reasons: [reason],
  });
  await tx
    .updateTable("review_item")
    .set({ state: "staff", settled_at: ctx.now, case_id: caseId })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", item.id)
    .execute();
}
