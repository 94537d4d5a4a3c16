import { lookOf } from "#app/features/members/look-alikes.ts";
import type { Finding, Span } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { screenedProse } from "./screened-prose.ts";

const WORD = /\p{L}{4,60}/gu;
const LATIN = /\p{Script=Latin}/gu;
const PASSING = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** A unit or a formula: one Greek letter, then Latin ones ("μmol"). */
const WITH_SYMBOL = /^\p{Script=Greek}[^\p{Script=Greek}]*$/u;
const LEAST_LATIN = 2;

function disguised(word: string): boolean {
  if (!PASSING.test(word) || WITH_SYMBOL.test(word)) return false;
  return (word.match(LATIN)?.length ?? 0) >= LEAST_LATIN && /^[a-z]+$/.test(lookOf(word));
}

/** Words in Latin with letters of another alphabet that look the same ("Раypаl"). */
export const findLookAlikes: Pattern = (screened): Finding[] => {
  const spans = screenedProse(screened).flatMap(({ in: where, text }): Span[] =>
    Array.from(text.matchAll(WORD))
      .filter(([word]) => disguised(word))
      .map((match) => ({ in: where, from: match.index, to: match.index + match[0].length })),
  );
  return spans.length === 0 ? [] : [patternFinding("lookAlikes", { verdict: "hold", spans })];
};
