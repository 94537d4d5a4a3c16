import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Tx } from "#db/client.server.ts";
import { loadRanks } from "./load-ranks.server.ts";
import { memberMetrics } from "./member-metrics.server.ts";
import { rankOf } from "./ranks.ts";

/** Everybody's reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

export type RankMove = { memberId: number; from: number; to: number };

/**
 * Gives members the rank that the list and their metrics say, of all when `memberIds` is `null`;
 * each move is kept, and told unless `tell` is false or all are settled and it isn't set. From the
 * present state: again changes nothing.
 */
export async function settleRanks(
  tx: Tx,
  communityId: number,
  of: { memberIds: number[] | null; now: Date; tell?: boolean },
): Promise<RankMove[]> {
  const { memberIds } = of;
  if (memberIds === null) {
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
  }
  const { rows: held } = await sql<{ id: number; rank: number }>`
    select id, rank from member where community_id = ${communityId}
      and (${memberIds}::bigint[] is null or id = any(${memberIds}::bigint[]))
    order by id for no key update
  `.execute(tx);
  const { version, ranks } = await loadRanks(tx, communityId);
  const metrics = await memberMetrics(tx, communityId, of);
  const moves = held.flatMap(({ id, rank }) => {
    const to = rankOf(ranks, metrics.get(id)!);
    return to === rank ? [] : [{ memberId: id, from: rank, to }];
  });
  if (moves.length === 0) return [];
  await sql`
    with move as (
      select * from unnest(${moves.map((move) => move.memberId)}::bigint[],
        ${moves.map((move) => move.from)}::int[], ${moves.map((move) => move.to)}::int[])
        as move (member_id, from_rank, to_rank)
    ),
    moved as (
      update member set rank = move.to_rank from move
      where member.community_id = ${communityId} and member.id = move.member_id
    )
    insert into rank_change (community_id, member_id, from_rank, to_rank, list_version, created_at)
    select ${communityId}, member_id, from_rank, to_rank, ${version}, ${of.now} from move
  `.execute(tx);
  if (of.tell ?? memberIds !== null) {
    for (const { memberId } of moves) {
      await publish(tx, {
        communityId,
        actorId: null,
        type: "member.rank_changed",
        payload: { memberId },
      });
    }
  }
  return moves;
}
