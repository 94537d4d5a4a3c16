/** How searches went; every number counts searches. */
export type Counts = {
  searches: number;
  /** Not by programs, which open nothing: what `succeeded` is a share of. */
  rated: number;
  /** A result was opened, or "this solved it". */
  succeeded: number;
  nothing: number;
  /** Something was found, and none of it opened. */
  unopened: number;
  /** "This solved it". */
  solved: number;
  /** A thread of this title was started. */
  asked: number;
  /** In the later half of the period. */
  recent: number;
};

export const COUNTS = [
  "searches",
  "rated",
  "succeeded",
  "nothing",
  "unopened",
  "solved",
  "asked",
  "recent",
] as const satisfies (keyof Counts)[];

export const NO_COUNTS: Counts = {
  searches: 0,
  rated: 0,
  succeeded: 0,
  nothing: 0,
  unopened: 0,
  solved: 0,
  asked: 0,
  recent: 0,
};

/** The sum of counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = { ...NO_COUNTS };
  for (const counts of all) for (const name of COUNTS) sum[name] += counts[name];
  return sum;
}

/** Share of searches that succeeded, 0 to 1; `null` where none could. */
export function successRate({
  rated,
  succeeded,
}: {
  rated: number;
  succeeded: number;
}): number | null {
  return rated === 0 ? null : succeeded / rated;
}
