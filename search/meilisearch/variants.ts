import { FORM } from "../analysis/form.ts";
import type { Holding } from "../postgres/finder.ts";
import type { Alternative, Unit } from "../query/unit.ts";

/** Alternatives of one word that are tried together with those of the others. */
const OF_A_WORD = 6;
const VARIANTS = 12;

type Way = { words: string; weight: number };

/** Terms as they are written in a document. */
export const plainWords = (terms: string[]): string =>
  terms.map((term) => (term.startsWith(FORM) ? term.slice(FORM.length) : term)).join(" ");

/** A form is found with its stem, and what the last word may become by its beginning. */
const isOwnQuery = ({ why, rarityOf, terms }: Alternative): boolean =>
  why !== "completion" && (rarityOf === undefined || !terms[0]!.startsWith(FORM));

/** What stands for a word in this community's threads, the best first. */
function waysOf({ alternatives }: Unit, holding: Holding): Way[] {
  const ways = new Map<string, number>();
  for (const alternative of alternatives) {
    if (!isOwnQuery(alternative)) continue;
    if (!alternative.terms.every((term) => holding.text(term) > 0)) continue;
    const words = plainWords(alternative.terms);
    ways.set(words, Math.max(ways.get(words) ?? 0, alternative.weight));
  }
  return [...ways]
    .map(([words, weight]) => ({ words, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, OF_A_WORD);
}

/**
 * The query as typed, and as it may have been meant: synonyms (also of mistyped words), corrections,
 * compounds taken apart, the likeliest first. Meilisearch alone looks a synonym up by its exact words.
 */
export function variantsOf(text: string, units: Unit[], holding: Holding): string[] {
  let combined: Way[] = [{ words: "", weight: 1 }];
  for (const unit of units.filter(({ required }) => required)) {
    const ways = waysOf(unit, holding);
    if (ways.length === 0) ways.push({ words: plainWords(unit.alternatives[0]!.terms), weight: 1 });
    combined = combined
      .flatMap((before) =>
        ways.map(({ words, weight }) => ({
          words: `${before.words} ${words}`,
          weight: before.weight * weight,
        })),
      )
      .sort((a, b) => b.weight - a.weight)
      .slice(0, VARIANTS);
  }
  const meant = combined.map(({ words }) => [...new Set(words.trim().split(" "))].join(" "));
  return [...new Set([text.toWellFormed(), ...meant])].filter((words) => words.trim() !== "");
}
