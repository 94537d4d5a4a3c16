import { FORM } from "../analysis/form.ts";
import type { Unit } from "../query/unit.ts";
import type { WordCounts } from "./vocabulary.server.ts";

const bare = (term: string): string => (term.startsWith(FORM) ? term.slice(FORM.length) : term);

/** In how many threads a term or a form stands, in titles and anywhere. */
export function holdingBy(counts: (word: string) => WordCounts) {
  const of = (term: string, kind: "titles" | "documents") =>
    term.startsWith(FORM) ? counts(bare(term)).forms : counts(term)[kind];
  return {
    title: (term: string) => of(term, "titles"),
    text: (term: string) => of(term, "documents"),
  };
}

/** Every word that units look for, for its counts. */
export function wordsOf(units: Unit[]): string[] {
  return units.flatMap((unit) =>
    unit.alternatives.flatMap(({ terms, rarityOf }) => [...terms.map(bare), rarityOf ?? []].flat()),
  );
}
