import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { hashToken } from "#app/lib/tokens.server.ts";

export type Click = { token: string; threadId: number };

/**
 * Notes that a thread was opened from a search's results: once a search and thread, ten threads a search at
 * most. What doesn't fit (another community's token, a thread that isn't there) changes nothing.
 */
export async function recordClick(ctx: Ctx, { token, threadId }: Click): Promise<void> {
  if (!Number.isSafeInteger(threadId) || threadId <= 0) return;
  const at = ctx.community.id;
  await sql`
    update search_log set clicked = clicked || ${threadId}::bigint
    where community_id = ${at} and token_hash = ${hashToken(token)}
      and ${threadId}::bigint <> all (clicked) and cardinality(clicked) < 10
      and exists (select from thread where community_id = ${at} and id = ${threadId})
  `.execute(ctx.db);
}
