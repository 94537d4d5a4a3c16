import { sql } from "kysely";
import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { decodeCursor, encodeCursor } from "#db/page.server.ts";
import { boardQuery, startOf, type BoardPeriod, type BoardQuery } from "./board-query.server.ts";

export type BoardLine = AuthorMark & {
  memberId: number;
  handle: string;
  name: string;
  hue: number;
  points: number;
  /** Place on the board, from 1; members with the same points share one. */
  place: number;
};

export type Leaderboard = { lines: BoardLine[]; next: string | null; since: Date | null };

export type AskLeaderboard = {
  period: BoardPeriod;
  spaceId?: number;
  tagId?: number;
  /** Staff are left out unless asked for. */
  withStaff?: boolean;
  after?: string | null;
  limit?: number;
};

/** The part of the community that a board is of; `null` for all of it. */
export function placeOf({ spaceId, tagId }: AskLeaderboard): BoardQuery["place"] {
  if (spaceId !== undefined) return { spaceId };
  return tagId === undefined ? null : { tagId };
}

const PAGE = 25;
const MOST = 100;

async function assertReadable(ctx: Ctx, spaceId: number): Promise<void> {
  const space = await ctx.db
    .selectFrom("space")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", spaceId)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .executeTakeFirst();
  if (!space) throw new NotFoundError();
}

/** Where a page ends: the last line's points and place, and how many lines were shown so far. */
type Position = { points: number; place: number; shown: number; id: number };
const START: Position = { points: -1, place: 0, shown: 0, id: 0 };

/** The position in an address; the start for anything we didn't write. */
function readPosition(after: string | null | undefined): Position {
  const cursor = decodeCursor(after);
  const parts = /^(\d{1,9}) (\d{1,9}) (\d{1,9})$/.exec(String(cursor?.value));
  if (!cursor || !parts) return START;
  const [points, place, shown] = parts.slice(1).map(Number) as [number, number, number];
  return { points, place, shown, id: cursor.id };
}

/** Places by points: equal ones share the place of the first, from page to page. */
function placesOf(rows: Omit<BoardLine, "place">[], before: Position): BoardLine[] {
  let { points, place, shown } = before;
  return rows.map((row) => {
    shown += 1;
    if (row.points !== points) [points, place] = [row.points, shown];
    return { ...row, place };
  });
}

/**
 * Members by the points of this week, this month (UTC) or all time, everywhere or in a space or tag.
 * Who opted out isn't listed, nor are staff unless asked for. Throws NotFoundError for a space that
 * the actor may not read.
 */
export async function getLeaderboard(ctx: Ctx, ask: AskLeaderboard): Promise<Leaderboard> {
  if (ask.spaceId !== undefined) await assertReadable(ctx, ask.spaceId);
  const since = startOf(ask.period, ctx.now);
  const limit = Math.min(ask.limit ?? PAGE, MOST);
  const before = readPosition(ask.after);
  const { rows } = await sql<Omit<BoardLine, "place">>`${boardQuery({
    communityId: ctx.community.id,
    since,
    place: placeOf(ask),
    withStaff: ask.withStaff ?? false,
    after: before === START ? null : { value: before.points, id: before.id },
    limit: limit + 1,
  })}`.execute(ctx.db);
  const lines = placesOf(rows.slice(0, limit), before);
  const last = lines.at(-1);
  const more = rows.length > limit && last !== undefined;
  const value = more ? `${last.points} ${last.place} ${before.shown + lines.length}` : "";
  return { lines, since, next: more ? encodeCursor({ value, id: last.memberId }) : null };
}
