import type { BoardPage } from "./get-board-page.server.ts";

type Asked = Pick<BoardPage, "period" | "place" | "withStaff"> & { after?: string };

/** Address of a leaderboard; what is as usual is left out. */
export function boardHref({ period, place, withStaff, after }: Asked): string {
  const query = new URLSearchParams();
  if (period !== "week") query.set("period", period);
  if (place) query.set(place.kind, place.slug);
  if (withStaff) query.set("staff", "1");
  if (after) query.set("after", after);
  return query.size === 0 ? "/leaderboard" : `/leaderboard?${query.toString()}`;
}
