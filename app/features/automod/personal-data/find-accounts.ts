import { getCountrySpecifications, isValidIBAN } from "ibantools";
import type { PersonalSpan } from "./kinds.ts";
import type { Labels } from "./read-labels.ts";

const IBAN_START = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/gu;
const NUMBER = /(?<![\p{L}\p{N}_.,#@+-])\d(?:[ -]?\d){5,17}(?![\p{L}\p{N}_]|[.,:/]\d)/gu;
const DAY = /^(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01])$/;
const SORT_CODE =
  /(?<![\p{L}\p{N}-])\d{2}-\d{2}-\d{2}[ ,;/]{1,3}(?:[\p{L}.:]+ ){0,3}\d{8}(?![\p{L}\p{N}])/gu;
const COUNTRIES = getCountrySpecifications();

/** Where a checked IBAN that begins at `from` ends; 0 where none does. */
function ibanEnd(flat: string, from: number): number {
  const length = COUNTRIES[flat.slice(from, from + 2).toUpperCase()]?.chars;
  if (!length) return 0;
  let number = "";
  let to = from;
  for (; number.length < length && to < flat.length; to += 1) {
    const unit = flat[to]!;
    if (/[A-Za-z0-9]/.test(unit)) number += unit;
    else if (!/[ -]/.test(unit) || !/[A-Za-z0-9]/.test(flat[to - 1]!)) return 0;
  }
  if (number.length < length || /[\p{L}\p{N}]/u.test(flat[to] ?? "")) return 0;
  return isValidIBAN(number.toUpperCase()) ? to : 0;
}

/** How it looks when a digit is wrong or was made up: in groups of four, with its name before it. */
const IBAN_SHAPE =
  /[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?(?![\p{L}\p{N}])|[A-Z]{2}\d{2}[A-Z0-9]{0,4}\d{8,26}(?![\p{L}\p{N}])/uy;

/** What may stand between a word for an account and its number. */
const LINKING =
  /^(?:[\s:#.()°º-]|(?:number|numbers|no|nr|num|nummer|number's|is|ist|est|es|è|code|and|und|et|my|the|de|lautet|رقم|هو)(?!\p{L}))*$/iu;
const AMOUNT_AFTER =
  /^ ?(?:[€$£%]|(?:EUR|USD|GBP|CHF|points?|punkte|pts|credits?|coins?)(?!\p{L}))/iu;

function isNamedAccount(flat: string, from: number, labels: Labels): boolean {
  const label = labels.before(from, 30);
  return label?.kind === "bank" && LINKING.test(flat.slice(label.to, from));
}

/** Bank accounts in a flat text: IBANs, and numbers that a word calls an account. */
export function findAccounts(flat: string, labels: Labels): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  let last = 0;
  for (const match of flat.matchAll(IBAN_START)) {
    const from = match.index;
    if (from < last) continue;
    let to = ibanEnd(flat, from);
    if (to === 0 && labels.before(from, 30)?.kind === "bank") {
      IBAN_SHAPE.lastIndex = from;
      if (IBAN_SHAPE.test(flat)) to = IBAN_SHAPE.lastIndex;
    }
    if (to === 0) continue;
    found.push({ kind: "account", from, to });
    last = to;
  }
  for (const match of flat.matchAll(SORT_CODE)) {
    found.push({ kind: "account", from: match.index, to: match.index + match[0].length });
  }
  for (const match of flat.matchAll(NUMBER)) {
    const to = match.index + match[0].length;
    if (DAY.test(match[0]) || AMOUNT_AFTER.test(flat.slice(to, to + 9))) continue;
    if (isNamedAccount(flat, match.index, labels))
      found.push({ kind: "account", from: match.index, to });
  }
  return found;
}
