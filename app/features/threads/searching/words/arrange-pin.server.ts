import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { changedBy, changeWords } from "./change-words.server.ts";
import type { ArrangePinForm } from "./word-forms.ts";

/** The ids with one of them a place further up or down. */
function moved(ids: number[], id: number, by: -1 | 1): number[] {
  const at = ids.indexOf(id);
  const to = at + by;
  if (to < 0 || to >= ids.length) return ids;
  return ids.with(at, ids[to]!).with(to, id);
}

/**
 * Moves a pinned thread among those of its query, or takes it away; one that is gone already stays
 * gone. Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function arrangePin(ctx: Ctx, { key, thread, verb }: ArrangePinForm): Promise<void> {
  await changeWords(ctx, async (tx) => {
    if (verb === "remove") {
      await tx
        .deleteFrom("search_pin")
        .where("community_id", "=", ctx.community.id)
        .where("query_key", "=", key)
        .where("thread_id", "=", thread)
        .execute();
      return;
    }
    const rows = await tx
      .selectFrom("search_pin")
      .select("thread_id")
      .where("community_id", "=", ctx.community.id)
      .where("query_key", "=", key)
      .orderBy("position")
      .orderBy("thread_id")
      .execute();
    const ids = rows.map((row) => row.thread_id);
    if (!ids.includes(thread)) throw new NotFoundError();
    for (const [index, id] of moved(ids, thread, verb === "up" ? -1 : 1).entries()) {
      await tx
        .updateTable("search_pin")
        .set({ position: index + 1, ...(id === thread ? changedBy(ctx) : {}) })
        .where("community_id", "=", ctx.community.id)
        .where("query_key", "=", key)
        .where("thread_id", "=", id)
        .execute();
    }
  });
}
