/**
 * Natural logarithm of P(X ≥ `count`) for X Poisson with mean `expected`: how surprising that many
 * are. 0 when no more came than expected. The terms of the distribution from `count` on are summed
 * directly; for counts above the mean each is less than the one before. By Le Cam (1960) the
 * distribution stands for a sum of many rare independent choices with different chances.
 */
export function logTail(count: number, expected: number): number {
  if (count <= expected || count <= 0) return 0;
  if (expected <= 0) return -Infinity;
  let logFirst = -expected + count * Math.log(expected);
  for (let k = 2; k <= count; k += 1) logFirst -= Math.log(k);
  let sum = 1;
  let term = 1;
  for (let k = count + 1; term > sum * 1e-12; k += 1) {
    term *= expected / k;
    sum += term;
  }
  return Math.min(0, logFirst + Math.log(sum));
}

/** Logarithm of the number of ways to choose `size` out of `all`: what a Bonferroni bound adds. */
export function logWays(all: number, size: number): number {
  let sum = 0;
  for (let k = 1; k <= size; k += 1) sum += Math.log(Math.max(1, all - size + k)) - Math.log(k);
  return sum;
}
