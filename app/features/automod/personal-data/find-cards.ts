import { passesLuhn } from "./check-digits.ts";
import type { PersonalSpan } from "./kinds.ts";
import type { Labels } from "./read-labels.ts";

const DIGITS = /(?<![\p{L}\p{N}_.,/#-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_]|[.,-]\d)/gu;
/** Beginnings of the numbers of payment cards and their lengths (ISO/IEC 7812 issuers). */
const ISSUERS: [RegExp, number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  [/^(?:5018|5020|5038|6304|6759|676[1-3])/, [13, 16, 18, 19]],
  [/^62/, [16, 17, 18, 19]],
];
const GROUPED = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5})$/;

function isCard(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  const isIssued = ISSUERS.some(
    ([start, lengths]) => start.test(digits) && lengths.includes(digits.length),
  );
  return isIssued && passesLuhn(digits);
}

/** The longest part of a row of digits that is a card: a date may follow it. */
function cardIn(row: string): string | null {
  for (let end = row.length; end >= 13; end = row.lastIndexOf(" ", end - 1)) {
    if (isCard(row.slice(0, end))) return row.slice(0, end);
  }
  return null;
}

/** Numbers of payment cards in a flat text: an issuer's beginning and length, and Luhn's check. */
export function findCards(flat: string, labels: Labels): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const { 0: row, index: from } of flat.matchAll(DIGITS)) {
    const card = cardIn(row);
    if (card === null) continue;
    const isThing = labels.before(from, 40)?.kind === "thing";
    if (!isThing || GROUPED.test(card)) found.push({ kind: "card", from, to: from + card.length });
  }
  return found;
}
