import type { Ctx } from "#app/lib/ctx.ts";

/** For how many days the community keeps its searches. */
export async function loadLogDays(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom("community")
    .select("search_log_days")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  return row.search_log_days;
}
