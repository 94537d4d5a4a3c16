import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import { findPlace, type Place } from "../find-place.server.ts";
import type { BoardPeriod } from "./board-query.server.ts";
import { getLeaderboard, type Leaderboard } from "./get-leaderboard.server.ts";
import { getOwnPlace, type OwnPlace } from "./get-own-place.server.ts";

export type AskBoardPage = {
  /** As in the address; a week unless one of the others. */
  period: string | null;
  space: string | null;
  tag: string | null;
  staff: boolean;
  after: string | null;
};

export type BoardPage = {
  period: BoardPeriod;
  place: Pick<Place, "kind" | "slug" | "name"> | null;
  /** Whether staff are on it; `null` for readers who can't choose. */
  withStaff: boolean | null;
  first: boolean;
  board: Pick<Leaderboard, "lines" | "next">;
  own: OwnPlace | null;
  /** The reader's id, to mark their line. */
  viewerId: number | null;
};

const PERIODS: readonly BoardPeriod[] = ["week", "month", "all"];

function placeAsked(ctx: Ctx, { space, tag }: AskBoardPage): Promise<Place> | null {
  if (space) return findPlace(ctx, "space", space);
  return tag ? findPlace(ctx, "tag", tag) : null;
}

/** Everything of a page of a leaderboard. Throws NotFoundError for a space or tag that isn't there. */
export async function getBoardPage(ctx: Ctx, asked: AskBoardPage): Promise<BoardPage> {
  const period = PERIODS.find((name) => name === asked.period) ?? "week";
  const staff = isStaff(ctx.actor.role);
  const place = await placeAsked(ctx, asked);
  const about = {
    period,
    withStaff: staff && asked.staff,
    ...(place?.kind === "space" ? { spaceId: place.id } : {}),
    ...(place?.kind === "tag" ? { tagId: place.id } : {}),
  };
  const [{ lines, next }, own] = await Promise.all([
    getLeaderboard(ctx, { ...about, after: asked.after }),
    getOwnPlace(ctx, about),
  ]);
  return {
    period,
    place: place && { kind: place.kind, slug: place.slug, name: place.name },
    withStaff: staff ? about.withStaff : null,
    first: asked.after === null,
    board: { lines, next },
    own,
    viewerId: ctx.actor.id,
  };
}
