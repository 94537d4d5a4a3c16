import { plainDigits } from "./plain-digits.ts";

/** What of a person should not stand in a text that anybody reads. */
export type Personal = "email" | "phone" | "card" | "account" | "serial";

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,}/u;
/** Groups of digits with what stands between them in a number one dials. */
const DIGITS = /(?<![\p{L}\p{N}.,:/_-])\+?\(?\d[\d ()\-/]{6,24}\d(?![\p{L}\p{N}_]|[.,:]\d)/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/u;
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(\s+\d{1,2})?$/;
/** A word for a number of one's own, then that number. */
const NAMED =
  /(?:serial(?: number| no\.?)?|s\/n|imei|iccid|account(?: number| no\.?)|customer(?: number| no\.?)|seriennummer|kundennummer|kontonummer|الرقم التسلسلي|رقم الحساب|رقم العميل)\s*(?:is|ist|هو|:|=|#)?\s*([A-Z0-9][A-Z0-9-]{5,30})/iu;

/** The check of Luhn: true for the numbers of payment cards and of devices (IMEI). */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

function kindOfDigits(found: string): Personal | null {
  const text = found.trim();
  const digits = text.replace(/\D/g, "");
  if (DATE.test(text) || /^(\d)\1*$/.test(digits)) return null;
  const grouped = !/[()/]/.test(text);
  if (grouped && digits.length >= 16 && digits.length <= 19 && passesLuhn(digits)) return "card";
  if (digits.length === 15 && passesLuhn(digits)) return "serial";
  const dialled = /^(\+|00|0|\(0)/.test(text);
  return dialled && digits.length >= 9 && digits.length <= 15 ? "phone" : null;
}

/** A link is not what somebody gave away of themselves. */
function withoutLinks(text: string): string {
  return text.replace(/\bhttps?:\/\/\S+/gi, " ");
}

/**
 * Personal details in a text, each kind once; misses some, to leave dates, versions, amounts and
 * addresses of devices alone. Luhn's check: ISO/IEC 7812-1.
 */
export function findPersonal(given: string): Personal[] {
  const text = plainDigits(withoutLinks(given.slice(0, 20_000)));
  const found = new Set<Personal>();
  if (EMAIL.test(text)) found.add("email");
  if (IBAN.test(text)) found.add("account");
  const named = NAMED.exec(text)?.[1];
  if (named && /\d{3}/.test(named)) found.add("serial");
  for (const [digits] of text.matchAll(DIGITS)) {
    const kind = kindOfDigits(digits);
    if (kind) found.add(kind);
  }
  return [...found];
}
