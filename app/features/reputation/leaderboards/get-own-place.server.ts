import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import { boardQuery, startOf } from "./board-query.server.ts";
import { placeOf, type AskLeaderboard } from "./get-leaderboard.server.ts";

/** Where the reader stands: `place` and `points` are `null` without points of that time and place. */
export type OwnPlace = { onBoards: boolean; place: number | null; points: number };

const NO_LIMIT = 2_147_483_647;

/**
 * The reader's own place on a board, whichever page it is on; `null` for guests, and for staff on a
 * board without them. The board's space must be one that the actor may read.
 */
export async function getOwnPlace(ctx: Ctx, ask: AskLeaderboard): Promise<OwnPlace | null> {
  const { actor, community } = ctx;
  if (actor.kind === "guest" || (isStaff(actor.role) && !ask.withStaff)) return null;
  const { rows } = await sql<{ onBoards: boolean; points: number | null; before: number }>`
    with board as materialized (${boardQuery({
      communityId: community.id,
      since: startOf(ask.period, ctx.now),
      place: placeOf(ask),
      withStaff: ask.withStaff ?? false,
      after: null,
      limit: NO_LIMIT,
    })}),
    mine as (select points from board where "memberId" = ${actor.id})
    select m.on_leaderboards as "onBoards", mine.points,
      (select count(*)::int from board where board.points > mine.points) as before
    from member m left join mine on true
    where m.community_id = ${community.id} and m.id = ${actor.id}
  `.execute(ctx.db);
  const row = rows[0];
  if (!row) return null;
  return {
    onBoards: row.onBoards,
    place: row.points === null ? null : row.before + 1,
    points: row.points ?? 0,
  };
}
