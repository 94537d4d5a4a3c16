import { z } from "zod";
import { POWERS } from "#app/lib/powers.ts";
import { holds, isFault, readFormula, type Formula } from "./rank-formula.ts";
import type { Metrics } from "./metrics.ts";

export const MOST_RANKS = 20;

const rank = z.object({
  /** Stays when the name changes. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: z.string().trim().min(1).max(40),
  /** Empty for the first: everybody has it. */
  formula: z.string().max(500),
  powers: z.array(z.enum(POWERS)),
});

export type Rank = z.output<typeof rank>;

/** Ranks from the first to the highest; only the first may ask nothing. */
export const ranksSchema = z
  .array(rank)
  .min(1)
  .max(MOST_RANKS)
  .superRefine((ranks, context) => {
    const keys = new Set<string>();
    ranks.forEach(({ key, formula }, index) => {
      const says = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: [index, field], message });
      if (keys.has(key)) says("key", "rank.keyTwice");
      keys.add(key);
      if (index === 0 && formula !== "") says("formula", "rank.firstAsksNothing");
      if (index > 0) {
        const read = readFormula(formula);
        if (isFault(read)) says("formula", `rank.${read.fault}`);
      }
    });
  });

const read = new Map<string, Formula | null>();

function formulaOf(text: string): Formula | null {
  let formula = read.get(text);
  if (formula === undefined) {
    const parsed = readFormula(text);
    formula = isFault(parsed) ? null : parsed;
    if (read.size > 1_000) read.clear();
    read.set(text, formula);
  }
  return formula;
}

/** The highest rank whose formula holds, as its index; the first rank asks nothing. */
export function rankOf(ranks: Rank[], metrics: Metrics): number {
  for (let index = ranks.length - 1; index > 0; index -= 1) {
    const formula = formulaOf(ranks[index]!.formula);
    if (formula && holds(formula, metrics)) return index;
  }
  return 0;
}
