import type { Finding, Span } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { screenedProse, type Prose } from "./screened-prose.ts";

/** 10 to 15 digits as one dials them, with what spammers put between. */
const NUMBER = /(?<!\d)\+?\(?\d(?:[\s().\-–/*~_]{0,4}\d){9,14}(?!\d)/gu;
const OFFER =
  /(?<![\p{L}\p{N}])(?:(?:customer|technical|tech|mail|email|web|phone|online|24x7)\s?(?:care|service|support|help)|support|help ?(?:line|desk)|toll ?-?free|(?:phone|telephone|contact|support|care|service|help|recovery|reset|helpline|customer|free)\s?numbers?|call (?:now|us|for|at|back)|password (?:reset|recovery)|account recovery|reservations?|booking|specialist|expert|astrolog\p{L}*|vashi ?karan|black magic|love (?:spell|problem|marriage|back)|baba ?ji|molvi ?ji|mantra|loans?|escorts?|call girls?|packers|movers|whats ?app|kundendienst|hotline|servicenummer|خدمة العملاء|رقم الدعم)(?![\p{L}\p{N}])/giu;
/** Somebody's own story or question about a number, not an offer of it. */
const OWN_STORY =
  /(?<![\p{L}\p{N}])(?:i|i['’](?:m|ve|d|ll)|my|me|we|our|us|ich|mein\p{L}{0,2}|wir|uns\p{L}{0,3}|why|did|does|has|is (?:this|that|it|the|there)|anyone|anybody|warum|wer kennt|أنا|هل)(?![\p{L}\p{N}])/iu;
/** An offer in the text has the number and the pitch close together, and little else. */
const REACH = 200;
const LEAST_IN_TEXT = 2;

function spansOf({ in: where, text }: Prose): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const around = text.slice(Math.max(0, from - REACH), to + REACH);
    if (OWN_STORY.test(around)) continue;
    const pitch = around.match(OFFER)?.length ?? 0;
    if (pitch >= (where === "title" ? 1 : LEAST_IN_TEXT)) spans.push({ in: where, from, to });
  }
  return spans;
}

/**
 * A number to dial offered as support, a service or a cure: in a title with one word of the kind,
 * in the text with two near the number. Who tells their own story with a number isn't meant.
 */
export const findPhoneOffer: Pattern = (screened): Finding[] => {
  const parts = screenedProse(screened);
  const spans = parts.flatMap(spansOf);
  const first = spans[0];
  if (!first) return [];
  const seen = parts.find((part) => part.in === first.in)?.text.slice(first.from, first.to);
  return [patternFinding("phoneOffer", { verdict: "hold", spans, seen })];
};
