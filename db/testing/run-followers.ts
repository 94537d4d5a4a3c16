import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

const COUNTING = /^(recount|settle)_/;

/** Runs who counts after the facts that were written since `after`: each once for the same fact. */
export async function runFollowers(ctx: Ctx, after: Date, who = COUNTING): Promise<number> {
  const { rows } = await sql<{ type: AppEvent["type"]; payload: unknown; id: string; at: Date }>`
    select type, payload, max(id::text) as id, max(created_at) as at from event
    where community_id = ${ctx.community.id} and created_at >= ${after}
    group by type, payload order by max(created_at)
  `.execute(ctx.db);
  for (const row of rows) {
    const event = {
      ...row,
      communityId: ctx.community.id,
      actorId: null,
      createdAt: row.at,
    } as unknown as AppEvent;
    for (const { name, run } of subscribersOf(row.type)) {
      if (who.test(name)) await run(ctx, event);
    }
  }
  return rows.length;
}
