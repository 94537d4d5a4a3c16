/** Per cent; the same as the column's default. */
export const DEFAULT_CALL_SHARE = 9;

/**
 * Calls that an answer made unneeded, estimated: those who said that they were helped, times the share
 * of them that would have called, rounded down. The share is the brand's assumption, in per cent; the
 * default of 9 is the last factor in Khoros' worked example of its deflection formula ("who would have
 * contacted support"). Readers who said nothing are not counted at all: most of them would not have
 * called, so that a multiple of page views says nothing. `null` where nothing can be said.
 */
export function callsSaved(helped: number, sharePercent: number): number | null {
  const calls = Math.floor((helped * sharePercent) / 100);
  return calls > 0 ? calls : null;
}
