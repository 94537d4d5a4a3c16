import type { Screening } from "#app/features/automod/screening/screen.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { LoadedPost } from "../load-post.server.ts";
import { setThreadStateInTx } from "../set-thread-state.server.ts";
import { withdrawPost } from "../withdraw-post.server.ts";
import { heldReason, settleScreening } from "./settle-screening.server.ts";

/**
 * After an edit that automod would hold: what a newcomer wrote goes out of sight until staff have
 * looked at it, or it would be enough to post something harmless first. What others wrote stays
 * visible, as others may have built on it, and staff are told at once.
 */
export async function settleEdit(
  tx: Tx,
  ctx: Ctx,
  { post, screening }: { post: LoadedPost; screening: Screening },
): Promise<void> {
  const hold = screening.verdict === "hold";
  const shown = post.state === "published" && post.thread.state === "published";
  const withdraws = hold && shown && screening.screened.author.newcomer;
  const waits = post.kind === "opening" ? post.thread.state === "held" : post.state === "held";
  await settleScreening(tx, ctx, { post, screening, held: withdraws || (hold && waits) });
  if (!withdraws) return;
  const reason = heldReason(ctx, screening);
  const unseen = { ...ctx, actor: GUEST };
  if (post.kind === "opening") {
    await setThreadStateInTx(tx, unseen, { threadId: post.thread_id, to: "held", reason });
  } else await withdrawPost(tx, unseen, post, { to: "held", reason });
}
