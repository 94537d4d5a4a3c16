import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { settlePoints } from "./settle-points.server.ts";
import { settleRanks } from "./settle-ranks.server.ts";

/**
 * Keeps the points of who reported what was decided, or whose decision was taken back, and the rank of
 * whom it is about. From the rows, so that it may run twice and late.
 */
export async function settleDecided(ctx: Ctx, event: AppEvent<"decision.made">): Promise<void> {
  const { db, community, now } = ctx;
  const { rows } = await sql<{ about: number | null; reporters: number[] }>`
    select d.about_id as about, array(
      select distinct r.reporter_id from jsonb_object_keys(d.before) target
      join report r on r.community_id = d.community_id
        and r.id = case when target like 'report:%' then substr(target, 8)::bigint end
      where r.reporter_id is not null
    ) as reporters
    from decision d
    where d.community_id = ${community.id} and d.id = ${event.payload.decisionId}
  `.execute(db);
  const [row] = rows;
  if (!row) return;
  await inTransaction(db, async (tx) => {
    const changed = await settlePoints(tx, community.id, { memberIds: row.reporters });
    const memberIds = [...new Set([...changed, ...(row.about === null ? [] : [row.about])])];
    if (memberIds.length > 0) await settleRanks(tx, community.id, { memberIds, now });
  });
}
