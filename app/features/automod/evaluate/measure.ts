/** Outcomes of a yes-or-no judgement against what was expected. */
export type Counts = { caught: number; missed: number; wrong: number; passed: number };

/** Counts from pairs of what was expected and what was said. */
export function countOutcomes(pairs: readonly { expected: boolean; said: boolean }[]): Counts {
  const counts: Counts = { caught: 0, missed: 0, wrong: 0, passed: 0 };
  for (const { expected, said } of pairs) {
    if (expected) counts[said ? "caught" : "missed"]++;
    else counts[said ? "wrong" : "passed"]++;
  }
  return counts;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(2)} %`;

/** "precision 98.10 %  recall 95.20 %  FPR 0.61 %" with the counts behind them. */
export function describeCounts({ caught, missed, wrong, passed }: Counts): string {
  return [
    `precision ${percent(caught, caught + wrong)}`,
    `recall ${percent(caught, caught + missed)} (${caught} of ${caught + missed})`,
    `FPR ${percent(wrong, wrong + passed)} (${wrong} of ${wrong + passed})`,
  ].join("  ");
}
