/** What is known of whoever reports. */
export type ReporterRecord = {
  /** Their reports that staff agreed with, and that they didn't. */
  agreed: number;
  declined: number;
  standing: "member" | "trusted" | "staff";
};

/** Together so much, from trusted members, hides a post until it is looked at. */
export const WEIGHT_TO_HIDE = 4;

const BASE = { member: 1, trusted: 1.5, staff: 3 } as const;
/** So many judged reports say something about whoever made them. */
const KNOWN_AFTER = 5;

/** The share of their reports that was right, as if one of each had been judged before: 0 to 1. */
function accuracy({ agreed, declined }: ReporterRecord): number {
  return (agreed + 1) / (agreed + declined + 2);
}

/**
 * What a report counts: base × 2 × (agreed + 1) / (agreed + declined + 2), with the base 1 of a member,
 * 1.5 of a trusted one, 3 of staff. Without a record that is the base; it doubles at most and comes
 * near 0 for whoever is always wrong. Rounded to thousandths.
 */
export function reportWeight(record: ReporterRecord): number {
  return Math.round(BASE[record.standing] * 2 * accuracy(record) * 1_000) / 1_000;
}

/** Whether their reports may hide: trusted by their powers, or by five judged reports of which 4 in 5 were right. */
export function mayHide(record: ReporterRecord): boolean {
  if (record.agreed + record.declined >= KNOWN_AFTER) return accuracy(record) >= 0.7;
  return record.standing !== "member";
}
