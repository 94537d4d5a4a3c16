import type { Finding, Span } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { screenedProse } from "./screened-prose.ts";

const ARROWS = /(?:[>»→➜➔➤►▶⇒☞👉]\s?|[=-]{1,3}>\s?){3,12}\s{0,5}(?:https?:\/\/|www\.)/giu;

/** A link that several arrows point at, as only promotion does. */
export const findArrowLink: Pattern = (screened): Finding[] => {
  if (screened.partial) return [];
  const spans = screenedProse(screened).flatMap(({ in: where, text }): Span[] =>
    Array.from(text.matchAll(ARROWS), (match) => ({
      in: where,
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
  return spans.length === 0 ? [] : [patternFinding("arrowLink", { verdict: "hold", spans })];
};
