import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { keptQuery } from "./kept-query.server.ts";

/**
 * Notes that a found thread made asking unneeded, with the words it was found by: on the latest search of
 * these words in the ask form this hour or the one before, else as a search of its own. No member and no
 * address is kept.
 */
export async function recordSolvedBefore(
  ctx: Ctx,
  { threadId, query }: { threadId: number; query: string },
): Promise<void> {
  const kept = keptQuery(query, ctx.community.locale);
  if (!kept || !Number.isSafeInteger(threadId) || threadId <= 0) return;
  const at = ctx.community.id;
  // Of no page: nothing clicks on it.
  const unused = randomBytes(16).toString("hex");
  await sql`
    with noted as (
      update search_log set solved = true,
        clicked = case when ${threadId}::bigint = any (clicked) or cardinality(clicked) >= 10
          then clicked else clicked || ${threadId}::bigint end
      where community_id = ${at} and id = (
        select id from search_log
        where community_id = ${at} and query_key = ${kept.key} and source = 'ask' and not solved
          and hour >= date_trunc('hour', ${ctx.now}::timestamptz, 'UTC') - interval '1 hour'
        order by id desc limit 1 for update skip locked
      )
      returning id
    )
    insert into search_log
      (community_id, token_hash, query, query_key, language, source, total, shown, clicked, solved, hour)
    select id, ${unused}, ${kept.query}, ${kept.key}, ${kept.language}, 'ask', 1,
      array[${threadId}::bigint], array[${threadId}::bigint], true,
      date_trunc('hour', ${ctx.now}::timestamptz, 'UTC')
    from community where id = ${at} and search_log_days > 0 and not exists (select from noted)
  `.execute(ctx.db);
}
