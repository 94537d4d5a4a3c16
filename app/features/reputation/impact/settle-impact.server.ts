import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { impactOf } from "./solved-by.server.ts";

/**
 * Brings what is kept of everybody's impact to what the rows say; gives how many members' changed. From
 * the present state: again changes nothing.
 */
export async function settleImpact(tx: Tx, communityId: number, now: Date): Promise<number> {
  // Two at once would each insert what the other has just inserted.
  await sql`
    select pg_advisory_xact_lock(hashtext('settle_impact'), ${communityId}::int)
  `.execute(tx);
  const { rows } = await sql<{ changed: number }>`
    with due as materialized (${impactOf(communityId, { memberIds: null, period: null })}),
    gone as (
      delete from member_impact kept where kept.community_id = ${communityId}
        and not exists (select from due where due.member_id = kept.member_id)
      returning 1
    ),
    settled as (
      insert into member_impact as kept
        (community_id, member_id, solved, helped, reads, same_here, worked, found, updated_at)
      select ${communityId}, member_id, solved, helped, reads, same_here, worked, found, ${now} from due
      on conflict (community_id, member_id) do update set solved = excluded.solved,
        helped = excluded.helped, reads = excluded.reads, same_here = excluded.same_here,
        worked = excluded.worked, found = excluded.found, updated_at = excluded.updated_at
      where (kept.solved, kept.helped, kept.reads, kept.same_here, kept.worked, kept.found)
        is distinct from (excluded.solved, excluded.helped, excluded.reads, excluded.same_here,
          excluded.worked, excluded.found)
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from settled))::int as changed
  `.execute(tx);
  return rows[0]!.changed;
}
