import { FORM } from "../analysis/form.ts";
import type { Unit } from "../query/unit.ts";

/** Terms to find candidates by: any of `terms`, or all of one of `groups`. */
export type Chosen = { terms: string[]; groups: string[][] };

/** Commonest words that are only looked for in pairs. */
const PAIRED = 5;

/**
 * The rarest words first, until their threads reach the budget; what remains is common, and only
 * counts in pairs. A thread that holds none of them scores low whatever else it holds.
 */
export function chooseTerms(
  units: Unit[],
  holding: (term: string) => number,
  budget: number,
): Chosen {
  const single = new Map<string, number>();
  const groups: string[][] = [];
  for (const { alternatives } of units) {
    for (const { terms, rarityOf } of alternatives) {
      if (terms.length > 1) groups.push(terms);
      // A form is found by its stem, when that is looked for as well.
      else if (rarityOf === undefined || !terms[0]!.startsWith(FORM))
        single.set(terms[0]!, holding(terms[0]!));
    }
  }
  const rarest = [...single].filter(([, count]) => count > 0).sort((a, b) => a[1] - b[1]);
  const terms: string[] = [];
  let sum = 0;
  for (const [term, count] of rarest) {
    if (sum > 0 && sum + count > budget) break;
    if (count > budget) break;
    terms.push(term);
    sum += count;
  }
  const common = rarest.slice(terms.length, terms.length + PAIRED).map(([term]) => term);
  if (sum * 4 < budget) {
    for (const [index, first] of common.entries()) {
      for (const second of common.slice(index + 1)) groups.push([first, second]);
    }
    // One common word alone is all there is to look for.
    if (common.length === 1 && terms.length === 0) terms.push(common[0]!);
  }
  return { terms, groups };
}
