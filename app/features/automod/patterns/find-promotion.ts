import type { Finding } from "../screened.ts";
import { normaliseText } from "../classifier/normalise-text.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { SURE_PHRASES, TRADES } from "./promotion-terms.ts";
import { readHosts } from "./read-hosts.ts";
import { screenedProse } from "./screened-prose.ts";

const NUMBER = /\+?\d(?:[\s().-]{0,3}\d){8,14}/;
/** Who tells of themselves asks more often than they advertise. */
const OWN_STORY =
  /(?<![\p{L}\p{N}])(?:i|i['’](?:m|ve|d|ll)|my|me|ich|mein\p{L}{0,2}|mir|mich|أنا)(?![\p{L}\p{N}])/u;
/** In a longer text one trade's words must stand closer together. */
const WORDS_FOR_EACH = 40;

/** Different terms of one trade in the text. */
function termsOf(text: string, terms: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(terms), ([term]) => term))];
}

function promotes(given: string, contact: boolean): string | null {
  const text = normaliseText(given).toLowerCase();
  const sure = SURE_PHRASES.exec(text);
  const words = text.split(" ").length;
  if (sure && (contact || words <= WORDS_FOR_EACH)) return sure[0];
  if (OWN_STORY.test(text)) return null;
  const needed = Math.ceil(words / WORDS_FOR_EACH) + (NUMBER.test(text) ? 1 : 2);
  for (const terms of TRADES) {
    const found = termsOf(text, terms);
    if (found.length >= needed) return found.slice(0, 4).join(", ");
  }
  return null;
}

/**
 * Goods and services that are advertised everywhere and asked about nowhere: a phrase that only
 * advertising uses, or several different words of one such trade close together.
 */
export const findPromotion: Pattern = (screened): Finding[] => {
  const contact = screened.links.length > 0 || readHosts(screened.title.slice(0, 2_000)).length > 0;
  for (const { text } of screenedProse(screened)) {
    const seen = promotes(text, contact);
    if (seen) return [patternFinding("promotion", { verdict: "hold", seen })];
  }
  return [];
};
