import { sql } from "kysely";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { settleReputation } from "#app/features/reputation/settle-reputation.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Daily job: ends the accounts whose members asked for it 14 days ago. One at a time, each whole. */
export async function eraseDueMembers(db: Db): Promise<void> {
  const due = await db
    .selectFrom("member")
    .select(["community_id", "id"])
    .where("erase_at", "<=", sql<Date>`now()`)
    .orderBy("erase_at")
    .execute();
  const left = new Set<number>();
  for (const { community_id: communityId, id } of due) {
    const ctx = await jobContext(db, communityId);
    if (!ctx || !(await eraseMember(ctx, id))) continue;
    left.add(communityId);
    ctx.log.info({ member: id }, "account erased");
  }
  // What others were given for posts that are gone, and for having welcomed who left, goes too.
  for (const communityId of left) {
    const ctx = await jobContext(db, communityId);
    if (ctx) await settleReputation(ctx, { tell: true });
  }
}
