import type { ErrorMessage } from "#app/lib/errors.ts";
import { METRICS } from "../metrics.ts";
import type { FormulaFault } from "../rank-formula.ts";

export const RANK_EXAMPLE = "points_year >= 250 && accepted >= 3";

/** Most letters that a slip of the pen may be off by. */
const SLIP = 3;

/** Letters to change, add or leave out until one word is the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The metric that was probably meant; `null` when none is near. */
function nearest(part: string): string | null {
  const word = part.toLowerCase().slice(0, 40);
  const near = METRICS.map((name) => ({ name, off: distance(word, name) })).sort(
    (a, b) => a.off - b.off,
  )[0]!;
  return near.off <= Math.min(SLIP, word.length / 2) ? near.name : null;
}

/** What to tell somebody about a formula that can't be read: which piece of it, and what is needed. */
export function explainFault({ fault, part }: FormulaFault): ErrorMessage {
  const params = { part, example: RANK_EXAMPLE };
  if (fault === "unknown_metric") {
    const near = nearest(part);
    return near
      ? { key: "rulesDesk.fault.near", params: { part, near } }
      : { key: "rulesDesk.fault.unknown_metric", params };
  }
  if (fault === "syntax" && part === "") return { key: "rulesDesk.fault.end" };
  if (fault === "not_a_condition" && part === "") return { key: "rulesDesk.fault.nothing", params };
  if (fault === "not_a_number" && part === "") return { key: "rulesDesk.fault.end" };
  return { key: `rulesDesk.fault.${fault}`, params };
}
