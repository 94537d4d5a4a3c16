import type { Ctx } from "#app/lib/ctx.ts";
import { visibleThreads } from "../visible-to.server.ts";

/** What search says of a thread, and what its results are counted by. */
export type VisibleMatch = {
  id: number;
  slug: string;
  title: string;
  kind: string;
  accepted_post_id: number | null;
  official_post_id: number | null;
  opening_post_id: number | null;
  answer_count: number;
  locked_at: Date | null;
  created_at: Date;
  space_slug: string;
  space_name: string;
};

/**
 * Those of the ids that the actor may see, published and not merged: nothing else is shown or counted,
 * whatever an index says.
 */
export async function findVisible(ctx: Ctx, ids: number[]): Promise<Map<number, VisibleMatch>> {
  if (ids.length === 0) return new Map();
  const rows = await visibleThreads(ctx)
    .where("thread.id", "in", ids)
    .where("thread.state", "=", "published")
    .where("thread.merged_into", "is", null)
    .select([
      "thread.id",
      "thread.slug",
      "thread.title",
      "thread.kind",
      "thread.accepted_post_id",
      "thread.official_post_id",
      "thread.opening_post_id",
      "thread.answer_count",
      "thread.locked_at",
      "thread.created_at",
      "space.slug as space_slug",
      "space.name as space_name",
    ])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A thread's status as search filters and counts it. */
export function searchStatus(row: VisibleMatch): string {
  if (row.accepted_post_id !== null) return "solved";
  if (row.official_post_id !== null) return "official";
  if (row.locked_at !== null) return "closed";
  return row.answer_count > 0 ? "answered" : "open";
}
