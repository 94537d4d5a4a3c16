/** A closed case, in working minutes. */
export type ClosedCase = {
  toClaim: number;
  toClose: number;
  /** `null` without a target. */
  inTime: boolean | null;
};

export type ClockFigures = {
  closed: number;
  /** Working minutes to the first claim; `null` when nothing was closed. */
  claimMedian: number | null;
  claimMost: number | null;
  /** Working minutes until closed. */
  closeMedian: number | null;
  closeMost: number | null;
  /** Of the closed cases with a target, the share closed in time, 0 to 1. */
  within: number | null;
  /** Closed too late, or open still though due in the period. */
  breaches: number;
};

/**
 * What a share of the values doesn't exceed, between two of them in proportion (as PostgreSQL's
 * percentile_cont and method 7 of Hyndman and Fan, 1996). `null` of none.
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}

/** The figures of closed cases, with those that are open though due. */
export function figuresOf(cases: readonly ClosedCase[], overdue: number): ClockFigures {
  const toClaim = cases.map((one) => one.toClaim);
  const toClose = cases.map((one) => one.toClose);
  const measured = cases.filter(({ inTime }) => inTime !== null);
  const inTime = measured.filter((one) => one.inTime).length;
  return {
    closed: cases.length,
    claimMedian: percentile(toClaim, 0.5),
    claimMost: percentile(toClaim, 0.9),
    closeMedian: percentile(toClose, 0.5),
    closeMost: percentile(toClose, 0.9),
    within: measured.length === 0 ? null : inTime / measured.length,
    breaches: measured.length - inTime + overdue,
  };
}
