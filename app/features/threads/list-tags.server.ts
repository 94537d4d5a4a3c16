import type { Ctx } from "#app/lib/ctx.ts";

export type TagView = { slug: string; name: string; threads: number };

/** Tags by use, then name; `threads` counts published threads and may lag by seconds. */
export async function listTags(ctx: Ctx, input: { limit?: number } = {}): Promise<TagView[]> {
  return ctx.db
    .selectFrom("tag")
    .select(["slug", "name", "thread_count as threads"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("thread_count", "desc")
    .orderBy("name")
    .limit(Math.min(500, input.limit ?? 100))
    .execute();
}
