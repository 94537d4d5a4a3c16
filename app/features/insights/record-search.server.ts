import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { keptQuery, SHOWN, type SearchSource } from "./kept-query.server.ts";

export type SearchToKeep = {
  query: string;
  source: SearchSource;
  /** How many threads were found. */
  total: number;
  /** Ids of the threads shown, best first. */
  shown: number[];
  /** Token of a search that this one continues: typed on within a minute, nothing opened. */
  replaces?: string | null;
};

/** How long after a search its words may be typed on; a little more than the page allows itself. */
const CONTINUES = 90;
/** Base64url of 15 bytes; the second the search was made follows, which no table keeps. */
const RANDOM = 20;

function newSearchToken(now: Date): string {
  const second = Math.floor(now.getTime() / 1_000).toString(36);
  return randomBytes(15).toString("base64url") + second;
}

function isRecent(token: string, now: Date): boolean {
  const age = now.getTime() / 1_000 - Number.parseInt(token.slice(RANDOM), 36);
  return age >= 0 && age <= CONTINUES;
}

function threadIds(shown: number[]): number[] {
  return [...new Set(shown)].filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, SHOWN);
}

/** One statement: what is continued goes, the search comes, unless the community keeps none. */
async function insert(db: Db, ctx: Ctx, search: SearchToKeep): Promise<string | null> {
  const kept = keptQuery(search.query, ctx.community.locale);
  if (!kept) return null;
  const at = ctx.community.id;
  const token = newSearchToken(ctx.now);
  const { replaces } = search;
  const old = replaces && isRecent(replaces, ctx.now) ? hashToken(replaces) : "";
  const total = Math.min(Math.max(Math.trunc(search.total) || 0, 0), 1_000_000);
  const { rows } = await sql`
    with continued as (
      delete from search_log
      where community_id = ${at} and token_hash = ${old} and clicked = '{}' and not solved
    )
    insert into search_log
      (community_id, token_hash, query, query_key, language, source, total, shown, hour)
    select id, ${hashToken(token)}, ${kept.query}, ${kept.key}, ${kept.language},
      ${search.source}, ${total}::int, ${threadIds(search.shown)}::bigint[],
      date_trunc('hour', ${ctx.now}::timestamptz, 'UTC')
    from community where id = ${at} and search_log_days > 0
    returning id
  `.execute(db);
  return rows.length > 0 ? token : null;
}

/**
 * Keeps a search without saying who made it: its words without personal details, what it found, the hour.
 * Gives the token by which a click finds it, `null` when nothing was kept. Never throws: a search works
 * without its log.
 */
export async function recordSearch(ctx: Ctx, search: SearchToKeep): Promise<string | null> {
  try {
    return await insert(ctx.db, ctx, search);
  } catch (error) {
    ctx.log.warn({ err: error }, "search not kept");
    return null;
  }
}
