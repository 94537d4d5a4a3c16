import type { Ctx } from "#app/lib/ctx.ts";
import { callsSaved } from "./calls-saved.ts";

/** What a member's accepted answers did, as of the last night. */
export type Impact = {
  solved: number;
  /** People who said so. */
  helped: number;
  reads: number;
  sameHere: number;
  worked: number;
  found: number;
  /** An estimate; `null` where nothing can be said. */
  calls: number | null;
  /** Per cent of the helped that would have called, as the brand assumes. */
  callShare: number;
};

/** `null` for a member whose answers solved nothing until the last night. */
export async function getImpact(ctx: Ctx, memberId: number): Promise<Impact | null> {
  const row = await ctx.db
    .selectFrom("member_impact as kept")
    .innerJoin("community", "community.id", "kept.community_id")
    .select(["kept.solved", "kept.helped", "kept.reads", "kept.same_here as sameHere"])
    .select(["kept.worked", "kept.found", "community.call_share as callShare"])
    .where("kept.community_id", "=", ctx.community.id)
    .where("kept.member_id", "=", memberId)
    .executeTakeFirst();
  return row ? { ...row, calls: callsSaved(row.helped, row.callShare) } : null;
}
