import type { Rank } from "../ranks.ts";
import type { RankMove } from "../settle-ranks.server.ts";

/** Two lists of ranks, one after the other. */
export type RankLists = { before: Rank[]; after: Rank[] };

/** Whether somebody at the place `from` of one list has another rank at the place `to` of the next. */
export function isMove({ before, after }: RankLists, { from, to }: Omit<RankMove, "memberId">) {
  return before[from]?.key !== after[to]?.key;
}

/**
 * Whether a move leads upwards. Places are compared in the new list; where the old rank is gone, with
 * the highest of those that stood below it.
 */
export function isRise({ before, after }: RankLists, { from, to }: Omit<RankMove, "memberId">) {
  const places = before
    .slice(0, from + 1)
    .map(({ key }) => after.findIndex((rank) => rank.key === key));
  const same = places[from] ?? -1;
  return to > (same >= 0 ? same : Math.max(-1, ...places));
}
