import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { settleEveryone } from "./settle-everyone.server.ts";
import { settlePoints } from "./settle-points.server.ts";
import { settleRanks } from "./settle-ranks.server.ts";

type Follows = Extract<
  AppEvent,
  {
    type:
      | "thread.state_changed"
      | "thread.duplicate_changed"
      | "thread.reshaped"
      | "idea.merged"
      | "answer.accepted"
      | "answer.unaccepted"
      | "answer.official_changed"
      | "post.edited"
      | "post.state_changed"
      | "vote.changed"
      | "member.role_changed"
      | "import.finished";
  }
>;

/** What a fact may change the points by. */
function touched({ type, payload }: Exclude<Follows, { type: "import.finished" }>) {
  if (type === "member.role_changed") return { memberIds: [payload.memberId] };
  return { threadId: payload.threadId };
}

/**
 * Keeps the ledger of points, and the ranks of those whose points change with it; after an import,
 * everybody's, silently. From the rows, so that it may run twice and late. What changes a rank but no
 * points, such as time, is settled at night.
 */
export async function settleAfter(ctx: Ctx, event: Follows): Promise<void> {
  const { db, community, now } = ctx;
  if (event.type === "import.finished") {
    await settleEveryone(ctx, { tell: false });
    return;
  }
  await inTransaction(db, async (tx) => {
    const memberIds = await settlePoints(tx, community.id, touched(event));
    if (memberIds.length > 0) await settleRanks(tx, community.id, { memberIds, now });
  });
}
