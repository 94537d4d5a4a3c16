/** What may be a phone number: its digits in groups, and how it begins and is joined. */
export type PhoneShape = {
  /** As written, from "+" or "(" on. */
  raw: string;
  digits: string;
  /** Lengths of the groups, "3-3-4". */
  sizes: string;
  plus: boolean;
};

const DATE =
  /^(?:(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:[0-2]?\d|3[01])|(?:[0-2]?\d|3[01])[-./ ](?:[0-2]?\d|3[01])[-./ ](?:19|20)?\d\d)(?!\d|[-./ ]\d\d[-./ ]\d\d)/;
const DATE_WITHIN = /(?<!\d)\d{1,2}\/\d{1,2}\/(?:19|20)\d\d(?!\d)/;
/** Two alternatives, such as frequencies, and no area before a slash. */
const EITHER_OR = /^[1-9]\d{1,3} ?\/ ?\d{3,4}$/;
/** "2020.01.001": what is numbered by years. */
const BY_YEAR = /^(?:19|20)\d\d\.\d{1,3}\.\d+$/;
const YEARS = /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/;
const STAMP = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/;
const NETWORK = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** "01 02 03 04 05", "05 10 15 20 25": groups that rise by the same step. */
function isCounting(bare: string): boolean {
  const groups = bare.split(/\D+/).map(Number);
  const step = groups[1]! - groups[0]!;
  return (
    groups.length >= 4 && step <= 10 && groups.every((n, index) => n === groups[0]! + index * step)
  );
}

/** Dates, years, addresses of networks, the same digit throughout: never a phone number. */
export function isOtherNumber({ raw, digits, plus }: PhoneShape): boolean {
  if (plus) return false;
  const bare = raw.replace(/[()]/g, "").trim();
  if (DATE_WITHIN.test(bare) || EITHER_OR.test(bare) || BY_YEAR.test(bare)) return true;
  if (DATE.test(bare) || YEARS.test(bare) || NETWORK.test(bare)) return true;
  if (STAMP.test(digits) && /^\d+$/.test(bare)) return true;
  return /^(\d)\1*$/.test(digits) || digits.startsWith("0000") || isCounting(bare);
}

/** Grouped as in North America, with area and exchange as its plan allows. */
export function isNorthAmerican({ digits, sizes, raw }: PhoneShape): boolean {
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (national.length !== 10 || !/^[2-9]\d{2}[2-9]\d{6}$/.test(national)) return false;
  if (!/^(?:1-)?3-3-4$/.test(sizes)) return false;
  // Three groups with spaces alone are as likely a quantity or a part number.
  return /[()\-./]/.test(raw) || digits.length === 11;
}

/** Numbers that nobody pays for are given out with odd gaps, so that filters miss them. */
export function isTollFree({ digits }: PhoneShape): boolean {
  return /^1?8(?:00|33|44|55|66|77|88)[2-9]\d{6}$/.test(digits);
}

/** Two groups of seven digits, as within one area of North America: only the reserved ones are sure. */
export function isReservedLocal({ raw }: PhoneShape): boolean {
  return /^555[-. ]01\d\d$/.test(raw);
}

/** An area in brackets, then groups as long as those of phone numbers: "(11) 91234-5678". */
export function isBracketed({ raw, digits }: PhoneShape): boolean {
  return digits.length >= 9 && /^\(\d{2,5}\) ?\d{3,5}[- ]\d{3,4}$/.test(raw);
}

/** Begins with the zero that national numbers begin with in most of the world. */
export function isTrunk({ digits, raw }: PhoneShape): boolean {
  if (!/^\(?0[1-9]/.test(raw) || digits.length < 9 || digits.length > 13) return false;
  // Dots join the groups of versions too: those of phone numbers are longer, or pairs throughout.
  if (/^[\d.]+$/.test(raw) && raw.includes(".")) {
    return /^0\d(?:\.\d\d){4}$/.test(raw) || /^0\d{2,5}\.\d/.test(raw);
  }
  return true;
}

/** Nine digits of a country without that zero, in the groups that Spain, Portugal and Poland write. */
export function isNineDigits({ sizes, digits }: PhoneShape): boolean {
  return (
    /^(?:3-3-3|3-2-2-2|2-3-2-2)$/.test(sizes) && /^[2-9]/.test(digits) && !digits.endsWith("000")
  );
}

/** Pairs, as Denmark, Norway and France write. */
export function isPairs({ sizes, digits }: PhoneShape): boolean {
  return /^2-2-2-2$/.test(sizes) && /^[2-9]/.test(digits);
}
