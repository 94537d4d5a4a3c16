import type { Finding, Screened, Span, Verdict } from "../screened.ts";

/** A pattern looks at what is screened and says what it found there: pure, and bounded in time. */
export type Pattern = (screened: Screened) => Finding[];

/** The patterns by name; each has two messages in the catalogue. */
export const PATTERNS = [
  "phoneOffer",
  "linkInTitle",
  "arrowLink",
  "oddCapitals",
  "loudTitle",
  "lookAlikes",
  "foreignScript",
  "promotion",
  "promotingName",
] as const;
export type PatternName = (typeof PATTERNS)[number];

type Found = {
  verdict: Verdict;
  spans?: readonly Span[];
  /** For staff: what was seen, shortened. */
  seen?: string;
};

/** A finding of a pattern, with its messages `classifier.<name>.author` and `.staff`. */
export function patternFinding(
  name: PatternName,
  { verdict, spans = [], seen = "" }: Found,
): Finding {
  return {
    check: `pattern.${name}`,
    verdict,
    toAuthor: { key: `classifier.${name}.author` },
    toStaff: { key: `classifier.${name}.staff`, params: { seen: seen.trim().slice(0, 80) } },
    spans,
  };
}
