/** An answer's part in a member's expertise halves with every such time, in days. */
export const HALF_LIFE = 365;

/** What scores are stored as of: then the passing of time changes no row. */
export const EPOCH = Date.UTC(2020, 0, 1);

/** What an accepted and an official answer are worth; helpful votes count log2(1 + votes). */
export const WORTH = { accepted: 3, official: 3 };

/**
 * A stored score as of `now`: every published answer in threads of the tag or space gives
 * (3 · accepted + 3 · official + log2(1 + helpful votes)) · 2^(−age / 365 days). Votes of one's own,
 * held votes and accepts by oneself don't count. All parts decay alike, so the order of members
 * doesn't change by time alone, and scores can be stored as of one moment.
 */
export function scoreNow(stored: number, now: Date): number {
  const days = (now.getTime() - EPOCH) / 86_400_000;
  return stored * 2 ** (-days / HALF_LIFE);
}
