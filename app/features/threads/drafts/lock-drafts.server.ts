import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/**
 * Holds a member's drafts until the transaction ends, so that a late save can't bring back the draft
 * of a post that is being sent. The last lock a transaction takes.
 */
export async function lockDrafts(tx: Tx, ctx: Ctx): Promise<void> {
  const name = `drafts:${ctx.community.id}:${ctx.actor.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
