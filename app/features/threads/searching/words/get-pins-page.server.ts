import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { threadHref } from "../../thread-view.ts";
import { visibleThreads } from "../../visible-to.server.ts";
import { listChanges, type ChangeView } from "./list-changes.server.ts";
import { seenByGuests } from "./seen-by-guests.server.ts";

/** Who finds a pinned thread: everybody, only some, or nobody as it is hidden, held, deleted or merged. */
export type PinReach = "everybody" | "some" | "nobody";

export type PinView = {
  threadId: number;
  title: string;
  href: string;
  reach: PinReach;
  change: ChangeView;
};

export type PinnedQuery = { key: string; query: string; pins: PinView[] };

/**
 * Queries with the threads that staff put first, in their order. Threads the actor may not see are not
 * named. Throws SignInNeededError, ForbiddenError.
 */
export async function getPinsPage(ctx: Ctx): Promise<PinnedQuery[]> {
  assertCan(ctx.actor, "tune_search", null);
  const rows = await ctx.db
    .selectFrom("search_pin")
    .select(["query_key", "query", "thread_id", "updated_by", "updated_at"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("query_key")
    .orderBy("position")
    .orderBy("thread_id")
    .execute();
  const ids = [...new Set(rows.map((row) => row.thread_id))];
  const [threads, everybody, change] = await Promise.all([
    ids.length === 0
      ? []
      : visibleThreads(ctx)
          .where("thread.id", "in", ids)
          .select(["thread.id", "thread.slug", "thread.title", "thread.state"])
          .select("thread.merged_into")
          .execute(),
    seenByGuests(ctx, ids),
    listChanges(ctx, rows),
  ]);
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const queries = new Map<string, PinnedQuery>();
  for (const row of rows) {
    const thread = byId.get(row.thread_id);
    if (!thread) continue;
    const found = queries.get(row.query_key);
    const of = found ?? { key: row.query_key, query: row.query || row.query_key, pins: [] };
    queries.set(row.query_key, of);
    const live = thread.state === "published" && thread.merged_into === null;
    of.pins.push({
      threadId: thread.id,
      title: thread.title,
      href: threadHref(thread.id, thread.slug),
      reach: everybody.has(thread.id) ? "everybody" : live ? "some" : "nobody",
      change: change(row),
    });
  }
  return [...queries.values()];
}
