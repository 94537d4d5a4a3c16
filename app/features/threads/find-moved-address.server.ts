import type { Ctx } from "#app/lib/ctx.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { threadHref } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

/**
 * Where a thread leads whose posts all went to another, at one of them when it is asked for; `null` when
 * there is no such thread for the actor.
 */
export async function findMovedAddress(
  ctx: Ctx,
  threadId: number,
  postId: number | null = null,
): Promise<string | null> {
  const into = visibleThreads(ctx)
    .where("thread.id", "=", threadId)
    .where("thread.opening_post_id", "is", null)
    .select("thread.merged_into");
  const row = await visibleThreads(ctx)
    .where("thread.id", "in", into)
    .select(["thread.id", "thread.slug"])
    .executeTakeFirst();
  if (!row) return null;
  const exact = postId === null ? null : await findPostAddress(ctx, postId);
  return exact ?? threadHref(row.id, row.slug);
}
