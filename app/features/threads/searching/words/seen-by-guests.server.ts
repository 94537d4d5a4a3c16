import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { findVisible } from "../find-visible.server.ts";

/** Those of the threads that everybody finds. */
export async function seenByGuests(ctx: Ctx, threadIds: number[]): Promise<Set<number>> {
  return new Set((await findVisible({ ...ctx, actor: GUEST }, threadIds)).keys());
}
