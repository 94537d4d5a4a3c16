import { PROMO_WORDS } from "./promo-words.ts";

const LINK = /\bhttps?:\/\/[^\s<>"']{1,500}|\bwww\.[^\s<>"']{1,500}/gi;
/** A host written without a scheme, the dot perhaps set apart. */
const BARE_HOST =
  /\b[\p{L}\p{N}-]{2,63} ?\. ?(?:com|net|org|info|biz|co|uk|ru|ly|me|tv|io|xyz|shop|online|site|top|club|live)\b/giu;
const PHONE = /(?:\+|\b00)?\d(?:[ ().-]{0,3}\d){8,14}(?!\d)/g;
const SHORT_NUMBER = /\b\d{5,6}\b/g;
const PRICE = /[$€£¥₹] ?\d|\d ?(?:[€£₹]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|rs|inr)\b)/i;
const RATE = /\d ?(?:p|c|€|£)? ?(?:\/|per) ?(?:min|msg|text|txt|sms|week|wk|month|day)/i;
const MARKUP = /<[a-z/][^<>]{0,500}>/gi;
const EMOJI = /\p{Extended_Pictographic}/gu;
const LETTER = /\p{L}/gu;
const UPPER = /\p{Lu}/gu;
const FOREIGN = /(?!\p{Script=Latin})\p{L}/gu;
const LOUD_WORD = /\b\p{Lu}{3,}\b/gu;
const SIGNS = /[^\p{L}\p{M}\p{N}\s]/gu;
const ASKS =
  /^(?:how|what|why|when|where|which|who|whose|can|could|is|are|does|do|did|should|would|will|was|were|has|have|wie|was|warum|wo|wann|welche\p{L}?|qué|cómo|come|perché|quale|cosa|كيف|لماذا|متى|هل|أين)(?!\p{L})/iu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Steps that double: one more step means about twice as much. */
function bucket(name: string, amount: number): string {
  if (amount <= 0) return `no ${name}`;
  const from = 2 ** Math.floor(Math.log2(amount));
  return from === 1 ? `${name}: 1` : `${name}: ${from} to ${from * 2 - 1}`;
}

function share(name: string, part: number, whole: number): string {
  const upTo = whole === 0 ? 0 : Math.ceil((part / whole) * 5) * 20;
  return `${name}: up to ${upTo} %`;
}

/** What is counted or present besides the words: links, numbers to dial, prices, shouting, length. */
function shapeOf(text: string): string[] {
  const letters = count(text, LETTER);
  const withoutLinks = text.replace(LINK, " ");
  const foreign = count(text, FOREIGN);
  const traits = [
    bucket("words", text.split(" ").length),
    bucket("links", count(text, LINK)),
    bucket("bare hosts", count(withoutLinks, BARE_HOST)),
    bucket("phone numbers", count(withoutLinks, PHONE)),
    bucket("short numbers", count(withoutLinks, SHORT_NUMBER)),
    bucket("digits", count(withoutLinks, /\d/g)),
    bucket("exclamation marks", count(text, /!/g)),
    bucket("loud words", count(text, LOUD_WORD)),
    bucket("emoji", count(text, EMOJI)),
    bucket("markup", count(text, MARKUP)),
    share("capitals", count(text, UPPER), letters),
    share("signs", count(text, SIGNS), text.length),
    share("links in the text", text.length - withoutLinks.length, text.length),
  ];
  if (PRICE.test(text)) traits.push("a price");
  if (RATE.test(text)) traits.push("a price each time");
  if (foreign > 0) traits.push(foreign === letters ? "not in Latin letters" : "mixed alphabets");
  if (/\?\s*$/.test(text)) traits.push("ends by asking");
  if (ASKS.test(text)) traits.push("starts by asking");
  if (/(.)\1{4,}/u.test(text)) traits.push("a repeated sign");
  return traits;
}

/** Purposes that the words serve, once, twice and four times over. */
function purposesOf(text: string): string[] {
  const small = text.toLowerCase();
  return PROMO_WORDS.flatMap(([group, pattern]) => {
    const found = count(small, pattern);
    return [1, 2, 4].filter((times) => found >= times).map((times) => `${group} × ${times}`);
  });
}

/**
 * Readable names of what describes a normalised text beyond its words. Linear in the text's length.
 */
export function textTraits(text: string): { shape: string[]; purposes: string[] } {
  return { shape: shapeOf(text), purposes: purposesOf(text) };
}
