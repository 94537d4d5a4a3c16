import { sql } from "kysely";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { settleAllBadges } from "#app/features/reputation/badges/settle-all-badges.server.ts";
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
  // Whoever welcomed them, or was helped by what they wrote, may hold a badge for it.
  for (const communityId of left) {
    const ctx = await jobContext(db, communityId);
    if (ctx) await settleAllBadges(ctx);
  }
}
