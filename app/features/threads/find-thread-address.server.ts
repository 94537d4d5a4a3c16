import type { Ctx } from "#app/lib/ctx.ts";
import { threadHref } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

/** The full address of a thread by id; `null` when there is no such thread for the actor. */
export async function findThreadAddress(ctx: Ctx, threadId: number): Promise<string | null> {
  const row = await visibleThreads(ctx)
    .where("thread.id", "=", threadId)
    .select(["thread.id", "thread.slug"])
    .executeTakeFirst();
  return row ? threadHref(row.id, row.slug) : null;
}
