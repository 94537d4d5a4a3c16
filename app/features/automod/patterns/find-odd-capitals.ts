import type { Finding, Span } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { screenedProse, type Prose } from "./screened-prose.ts";

/** Words of prose; parts of addresses and of names with digits are none. */
const WORD = /(?<![\p{L}\p{N}_/=?&.#@-])\p{L}{4,40}(?![\p{L}\p{N}_/=&@])/gu;
const LEAST_WORDS = 2;
/** Of the words of the part; code and names are scattered among usual ones. */
const LEAST_SHARE = 0.3;
/** "JavaScript" goes up once within the word, "maRRiAgE" three times. */
const LEAST_RISES = 2;

const rises = (word: string): number => word.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
/** "getElementById" begins every part with one capital and goes on in small letters. */
const isCamel = (word: string): boolean => /^\p{L}\p{Ll}+(?:\p{Lu}\p{Ll}+)+\p{Lu}?$/u.test(word);

function oddIn({ in: where, text }: Prose): Span[] {
  const words = Array.from(text.matchAll(WORD));
  const odd = words.filter(([word]) => rises(word) >= LEAST_RISES && !isCamel(word));
  if (odd.length < LEAST_WORDS || odd.length < words.length * LEAST_SHARE) return [];
  return odd.map((match) => ({ in: where, from: match.index, to: match.index + match[0].length }));
}

/** Several words with capitals thrown in ("LOvE maRRiAgE SpEcIaLiSt"), to get past word lists. */
export const findOddCapitals: Pattern = (screened): Finding[] => {
  const spans = screenedProse(screened).flatMap(oddIn);
  return spans.length === 0 ? [] : [patternFinding("oddCapitals", { verdict: "hold", spans })];
};
