import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode } from "libphonenumber-js/max";
import { digitRuns } from "./digit-runs.ts";
import type { DigitGroup, DigitRun } from "./digit-runs.ts";
import { DEFAULT_COUNTRIES } from "./kinds.ts";
import type { PersonalSpan } from "./kinds.ts";
import {
  isBracketed,
  isNineDigits,
  isNorthAmerican,
  isOtherNumber,
  isPairs,
  isReservedLocal,
  isTollFree,
  isTrunk,
} from "./phone-shapes.ts";
import type { PhoneShape } from "./phone-shapes.ts";
import type { Labels } from "./read-labels.ts";

/** Asking the numbering plans costs 20 µs each; behind so many in one text the shape decides. */
const MOST_LOOKED_UP = 200;
const MAX_GROUPS = 8;
const NINE_DIGIT_COUNTRIES = ["ES", "PT", "PL", "CZ", "GR"];
const PAIR_COUNTRIES = ["DK", "NO"];

/** Answers from the numbering plans, so many for one text. */
class Plans {
  #left = MOST_LOOKED_UP;
  readonly #countries: readonly string[];

  constructor(countries: readonly string[]) {
    this.#countries = countries;
  }

  has(...countries: string[]): boolean {
    return countries.some((country) => this.#countries.includes(country));
  }

  isPossible(number: string): boolean {
    if (this.#left <= 0) return true;
    this.#left -= 1;
    return parsePhoneNumberFromString(number, { extract: false })?.isPossible() ?? false;
  }

  isValidHere(number: string): boolean {
    return this.#here(number, true);
  }

  isPossibleHere(number: string): boolean {
    return this.#here(number, false);
  }

  #here(number: string, strict: boolean): boolean {
    return this.#countries.some((country) => {
      if (this.#left <= 0) return true;
      this.#left -= 1;
      const parsed = parsePhoneNumberFromString(number, {
        defaultCountry: country as CountryCode,
        extract: false,
      });
      return (strict ? parsed?.isValid() : parsed?.isPossible()) ?? false;
    });
  }
}

function isInternational(shape: PhoneShape, plans: Plans): boolean {
  const digits = shape.plus ? shape.digits : shape.digits.slice(2);
  const plain = digits.replace(/^(\d{2,3}?)0(?=\d{9,})/, "$1");
  if (digits.length < 8 || digits.length > 15) return false;
  return (
    plans.isPossible(`+${digits}`) || (shape.raw.includes("(0)") && plans.isPossible(`+${plain}`))
  );
}

/** A word for a phone before it makes any number of seven digits one, another word makes it none. */
function isPhone(shape: PhoneShape, label: string | null, plans: Plans): boolean {
  if (isOtherNumber(shape)) return false;
  if (shape.plus) return isInternational(shape, plans);
  const { digits, sizes } = shape;
  if (isNorthAmerican(shape) || isReservedLocal(shape) || isBracketed(shape))
    return label !== "thing" && label !== "id";
  if (label === "thing" || label === "id" || label === "bank") return false;
  if (label === "phone") return digits.length >= 7 && digits.length <= 15;
  if (/^00[1-9]/.test(digits) && isInternational(shape, plans)) return true;
  if (isTollFree(shape) && sizes.includes("-")) return true;
  if (isTrunk(shape)) {
    return sizes.includes("-") ? plans.isPossibleHere(shape.raw) : plans.isValidHere(digits);
  }
  if (sizes === "3-3-4" && /^[2-9]\d\d[2-9]/.test(digits)) {
    return plans.has("US", "CA") && plans.isValidHere(digits);
  }
  if (isNineDigits(shape))
    return plans.has(...NINE_DIGIT_COUNTRIES) && plans.isPossibleHere(digits);
  return isPairs(shape) && plans.has(...PAIR_COUNTRIES) && plans.isPossibleHere(digits);
}

const UNIT_AFTER =
  /^(?:[\p{L}_]|[.,:/]\d| ?(?:[€$£¥%°]|(?:USD|EUR|GBP|CHF|PLN|px|[kmgt]i?b|ms|bytes?|mb\/s|kwh|mah|km|rpm|hz|[mg]hz|users|members|times|people|mal|mm|cm)(?![\p{L}])))/iu;

function isFree(flat: string, from: number, to: number): boolean {
  const before = flat[from - 1] ?? " ";
  if (/[\p{L}\p{N}_#$€£¥=@\\^~%]/u.test(before)) return false;
  if (/[.,:/-]/.test(before) && /[\p{L}\p{N}]/u.test(flat[from - 2] ?? " ")) {
    // "Tel.:030 …" and "Phone:555…" stand on a word, "1.030…" on a number.
    if (!/[.:]/.test(before) || /\p{N}/u.test(flat[from - 2]!)) return false;
  }
  return !UNIT_AFTER.test(flat.slice(to, to + 10));
}

function shapeOf(flat: string, from: number, groups: readonly DigitGroup[]): PhoneShape {
  const raw = flat.slice(from, groups.at(-1)!.to);
  return {
    raw,
    digits: groups.map((group) => flat.slice(group.from, group.to)).join(""),
    sizes: groups.map((group) => group.to - group.from).join("-"),
    plus: raw.startsWith("+") || raw.startsWith("(+"),
  };
}

/** The longest number that begins at one group of a run, and how many groups it takes; or null. */
function phoneAt(
  flat: string,
  { run, index, labels, plans }: { run: DigitRun; index: number; labels: Labels; plans: Plans },
): { span: PersonalSpan; groups: number } | null {
  const first = run.groups[index]!;
  const opens = flat[first.from - 1] === "(" ? first.from - 1 : first.from;
  const from = index === 0 ? run.from : opens;
  const label = labels.before(from, 36)?.kind ?? null;
  const most = Math.min(MAX_GROUPS, run.groups.length - index);
  for (let count = most; count >= 1; count -= 1) {
    const groups = run.groups.slice(index, index + count);
    const digits = groups.reduce((sum, group) => sum + group.to - group.from, 0);
    if (digits > 15) continue;
    if (digits < 7) return null;
    const to = groups.at(-1)!.to;
    if (!isFree(flat, from, to)) continue;
    const behind = label === null && digits >= 9 && labels.after(to, 12)?.kind === "phone";
    if (isPhone(shapeOf(flat, from, groups), behind ? "phone" : label, plans)) {
      return { span: { kind: "phone", from, to }, groups: count };
    }
  }
  return null;
}

/**
 * Phone numbers of a flat text: with a country code anywhere, in national form for the countries
 * given, and any of seven digits or more behind a word for a phone. A linear scanner finds what is
 * asked of the numbering plans (libphonenumber).
 */
export function findPhones(
  flat: string,
  labels: Labels,
  countries: readonly string[] = DEFAULT_COUNTRIES,
): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  const plans = new Plans(countries.length > 0 ? countries : DEFAULT_COUNTRIES);
  for (const run of digitRuns(flat)) {
    const isLong = run.groups.reduce((sum, { from, to }) => sum + to - from, 0) > 15;
    for (let index = 0, skipped = false; index < run.groups.length;) {
      const phone = phoneAt(flat, { run, index, labels, plans });
      if (phone) found.push(phone.span);
      // The rest of a number too long for a phone is not one either.
      skipped ||= !phone;
      if (isLong && skipped) break;
      index += phone?.groups ?? 1;
    }
  }
  return found;
}
