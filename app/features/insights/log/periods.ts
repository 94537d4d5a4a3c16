/** Days that the page can look back on. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

const DAY = 86_400_000;

/** A period as an address says it; 30 days otherwise. */
export function periodOf(given: string | null): Period {
  return PERIODS.find((days) => String(days) === given) ?? 30;
}

/** When a period began, and its middle. */
export function boundsOf(days: number, now: Date): { since: Date; middle: Date } {
  const since = new Date(now.getTime() - days * DAY);
  return { since, middle: new Date(now.getTime() - (days * DAY) / 2) };
}
