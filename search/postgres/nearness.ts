import type { Nearness } from "../port.ts";
import { SETTINGS } from "../settings.ts";

/**
 * What a match is worth as a sign that it asks the same: what the title's words make of its score, in
 * words that stand in one thread only, times the share of the title that it covers. A few rare words of a long question say
 * as little as many that are everywhere.
 */
export function worthOf(match: { asked: number; coverage: number }, documents: number): number {
  const rarest = Math.log(1 + (Math.max(1, documents) - 0.5) / 1.5);
  return (match.coverage * match.asked) / rarest;
}

/** How near a match is; `best` is the worth of the best one. */
export function nearnessOf(match: { coverage: number }, worth: number, best: number): Nearness {
  const { near, very } = SETTINGS.nearness;
  if (match.coverage < near.coverage || worth < near.worth || worth < near.ofBest * best)
    return "far";
  return match.coverage >= very.coverage && worth >= very.worth ? "very" : "near";
}
