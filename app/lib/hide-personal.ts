import { plainDigits } from "./plain-digits.ts";

const LINK = /\b((?:https?:\/\/|www\.)[^\s?#]+)[?#]\S*/giu;
const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,}/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/giu;
/** Digits with what stands between those of a number one dials or reads from a card. */
const DIGITS = /(?<![\p{L}\p{N}])\+?\(?\d[\d ()\-/.]*\d(?![\p{L}\p{N}])/gu;
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})$/;
const NETWORK = /^\d{1,3}(\.\d{1,3}){3}$/;
/** A word for a number of one's own, then that number. */
const NAMED =
  /((?:serial(?: number| no\.?)?|s\/n|sn|imei|iccid|(?:account|customer|order|contract|ticket|case)(?: number| no\.?)?|seriennummer|kundennummer|kontonummer|vertragsnummer|bestellnummer|الرقم التسلسلي|رقم الحساب|رقم العميل|رقم الطلب)\s*(?:is|ist|هو|:|=|#)?\s*)((?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{4,40})/giu;
/** As many digits identify somebody; versions, prices and postcodes have fewer. */
const LONG = 7;
const HIDDEN = "…";

function withoutNumber(found: string): string {
  const text = found.trim();
  if (DATE.test(text) || NETWORK.test(text)) return found;
  return text.replace(/\D/g, "").length >= LONG ? HIDDEN : found;
}

/**
 * A short text with `…` for e-mail addresses, numbers of seven digits and more (phones, cards, accounts,
 * customers), what follows words for such numbers, and what links carry behind their path. It rather
 * hides too much: unlike findPersonal, which advises a writer and must not cry wolf.
 */
export function hidePersonal(text: string): string {
  return plainDigits(text)
    .replace(LINK, `$1`)
    .replace(EMAIL, HIDDEN)
    .replace(IBAN, HIDDEN)
    .replace(NAMED, `$1${HIDDEN}`)
    .replace(DIGITS, withoutNumber);
}
