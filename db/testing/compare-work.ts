const ROUNDS = 9;

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How many times as much processor time `work` takes as `ordinary` does, each at its best of up to
 * nine rounds done in turn: a ratio, for machines differ and are shared. Ends early at `enough`.
 */
export function compareWork(work: () => unknown, ordinary: () => unknown, enough: number): number {
  let least = Infinity;
  let leastOrdinary = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    leastOrdinary = Math.min(leastOrdinary, processorTime(ordinary));
    least = Math.min(least, processorTime(work));
    if (round > 0 && least <= enough * leastOrdinary) break;
  }
  return least / leastOrdinary;
}
