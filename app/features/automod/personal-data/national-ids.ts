import { passesLuhn, passesMod1110, remainder, weighted } from "./check-digits.ts";

/** One national number: how it is written, and its check. Digits and letters come without gaps. */
export type NationalId = {
  name: string;
  /** With the gaps people write; bounded, so that it reads any text in linear time. */
  shape: RegExp;
  /** Of the characters alone, in capitals. */
  passes: (value: string) => boolean;
  /** Its shape is found on other things too: counts only with gaps or behind a word for such ids. */
  common?: boolean;
};

const START = "(?<![\\p{L}\\p{N}_./+#-])";
const END = "(?![\\p{L}\\p{N}_]|[.,/-]\\d)";
const shape = (source: string): RegExp => new RegExp(`${START}${source}${END}`, "gu");

const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
const FISCAL_ODD: Record<string, number> = Object.fromEntries(
  Array.from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (char, index) => [
    char,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6,
      8, 12, 14, 16, 10, 22, 25, 24, 23,
    ][index]!,
  ]),
);

function isFiscalCode(code: string): boolean {
  const sum = Array.from(code.slice(0, 15)).reduce((total, char, index) => {
    const even = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? FISCAL_ODD[char]! : even);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

/** Of ten digits one stands two or three times; the last is the check (Bundeszentralamt für Steuern). */
function isGermanTaxNumber(digits: string): boolean {
  const counts = Array.from("0123456789", (digit) => digits.slice(0, 10).split(digit).length - 1);
  return counts.some((count) => count === 2 || count === 3) && passesMod1110(digits);
}

function isFrenchNumber(value: string): boolean {
  const digits = value.replace("2A", "19").replace("2B", "18");
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
}

/** The German pension number: letters count by their place in the alphabet. */
function isPensionNumber(value: string): boolean {
  const letter = String(value.charCodeAt(8) - 64).padStart(2, "0");
  const digits = value.slice(0, 8) + letter + value.slice(9, 11);
  const sums = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].map((weight, index) => {
    const product = weight * Number(digits[index]);
    return Math.floor(product / 10) + (product % 10);
  });
  return sums.reduce((sum, one) => sum + one, 0) % 10 === Number(value[11]);
}

function isDutchNumber(digits: string): boolean {
  return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !/^(\d)\1+$/.test(digits);
}

function isBrazilian(digits: string): boolean {
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weighted(digits, weights) * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

const isDay = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

export const NATIONAL_IDS: readonly NationalId[] = [
  {
    name: "US social security",
    shape: shape("\\d{3}([- ])\\d{2}\\1\\d{4}"),
    passes: (value) => !/^(?:000|666)|^\d{3}00|0000$/.test(value),
  },
  {
    name: "UK national insurance",
    // Q is for examples in print.
    shape: shape(
      "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z](?: ?\\d{2}){3} ?[A-D]",
    ),
    passes: () => true,
    common: true,
  },
  {
    name: "German tax number",
    shape: shape("\\d{2}([ ]?)\\d{3}\\1\\d{3}\\1\\d{3}"),
    passes: isGermanTaxNumber,
    common: true,
  },
  {
    name: "German pension number",
    shape: shape("\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}"),
    passes: isPensionNumber,
  },
  {
    name: "French social security",
    shape: shape(
      "[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}",
    ),
    passes: isFrenchNumber,
  },
  {
    name: "Spanish DNI",
    shape: shape("\\d{8}[- ]?[A-Z]|\\d{2}\\.\\d{3}\\.\\d{3}[- ]?[A-Z]"),
    passes: (value) => value[8] === DNI_LETTERS[Number(value.slice(0, 8)) % 23],
  },
  {
    name: "Spanish NIE",
    shape: shape("[XYZ][- ]?\\d{7}[- ]?[A-Z]"),
    passes: (value) =>
      value[8] === DNI_LETTERS[Number("XYZ".indexOf(value[0]!) + value.slice(1, 8)) % 23],
  },
  {
    name: "Italian fiscal code",
    shape: shape("[A-Z]{3} ?[A-Z]{3} ?\\d{2}[A-EHLMPR-T]\\d{2} ?[A-Z]\\d{3}[A-Z]"),
    passes: isFiscalCode,
  },
  { name: "Dutch BSN", shape: shape("\\d{4}\\.\\d{2}\\.\\d{3}"), passes: isDutchNumber },
  {
    name: "Swiss AHV",
    shape: shape("756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}"),
    passes: (value) => weighted(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  {
    name: "Austrian social security",
    shape: shape("\\d{4} \\d{6}"),
    passes: (value) =>
      isDay(value.slice(4, 6), value.slice(6, 8)) &&
      weighted(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(value[3]),
  },
  {
    name: "Belgian register",
    shape: shape("\\d{2}\\.\\d{2}\\.\\d{2}[- ]\\d{3}\\.\\d{2}"),
    passes: (value) => {
      const check = Number(value.slice(9));
      return [value.slice(0, 9), `2${value.slice(0, 9)}`].some(
        (digits) => 97 - remainder(digits, 97) === check,
      );
    },
  },
  {
    name: "Swedish, Danish and Finnish numbers",
    shape: shape("\\d{6}[-+A]\\d{3}[\\dA-Y]|(?:19|20)\\d{6}-\\d{4}"),
    passes: (value) => {
      const short = value.length === 12 ? value.slice(2) : value;
      const isSwedish = /^\d{10}$/.test(short) && passesLuhn(short);
      return isSwedish
        ? isDay(short.slice(4, 6), short.slice(2, 4))
        : isDay(short.slice(0, 2), short.slice(2, 4));
    },
  },
  {
    name: "Brazilian CPF",
    shape: shape("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"),
    passes: isBrazilian,
  },
  {
    name: "Emirates id",
    shape: shape("784-\\d{4}-\\d{7}-\\d"),
    passes: () => true,
  },
  {
    name: "Polish PESEL",
    shape: shape("\\d{11}"),
    passes: (value) => weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    common: true,
  },
  {
    name: "Mexican CURP",
    shape: shape("[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d"),
    passes: () => true,
  },
  {
    name: "Chinese resident number",
    shape: shape("[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}[\\dX]"),
    passes: (value) =>
      (weighted(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) +
        (value[17] === "X" ? 10 : Number(value[17]))) %
        11 ===
      1,
  },
];
