import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { keptQuery } from "../kept-query.server.ts";

/**
 * A thread was started under the words of a search of that day: its search did not do. By the words alone;
 * who searched is not known.
 */
export async function noteAsked(ctx: Ctx, event: AppEvent<"thread.started">): Promise<void> {
  const at = ctx.community.id;
  const thread = await ctx.db
    .selectFrom("thread")
    .select("title")
    .where("community_id", "=", at)
    .where("id", "=", event.payload.threadId)
    .executeTakeFirst();
  const kept = thread && keptQuery(thread.title, ctx.community.locale);
  if (!kept) return;
  await sql`
    update search_log set asked = true
    where community_id = ${at} and not asked and id = (
      select id from search_log
      where community_id = ${at} and query_key = ${kept.key} and not solved
        and hour between ${event.createdAt}::timestamptz - interval '1 day' and ${event.createdAt}::timestamptz
      order by id desc limit 1
    )
  `.execute(ctx.db);
}
