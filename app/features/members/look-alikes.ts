/**
 * Letters that look like a Latin one in common fonts → that letter. A subset of Unicode's
 * confusables (UTS #39) for the scripts people sign up with; by what each looks like after case
 * folding.
 */
const LOWER: Record<string, string> = {
  // Cyrillic
  а: "a",
  в: "b",
  е: "e",
  һ: "h",
  і: "i",
  ј: "j",
  к: "k",
  ӏ: "l",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  ԛ: "q",
  г: "r",
  ѕ: "s",
  с: "c",
  т: "t",
  у: "y",
  ү: "y",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  ԁ: "d",
  п: "n",
  ь: "b",
  є: "e",
  ґ: "r",
  ԍ: "g",
  // Greek
  α: "a",
  β: "b",
  γ: "y",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  σ: "o",
  ς: "c",
  τ: "t",
  υ: "u",
  χ: "x",
  ω: "w",
  ϲ: "c",
  ϳ: "j",
  μ: "u",
  // Armenian
  օ: "o",
  ո: "n",
  ս: "u",
  հ: "h",
  ց: "g",
  զ: "q",
  յ: "j",
  ք: "p",
  // Latin letters beside the alphabet
  ı: "i",
  ɑ: "a",
  ɡ: "g",
  ɩ: "i",
  ʀ: "r",
  ɴ: "n",
  ʏ: "y",
  ʙ: "b",
  ʜ: "h",
  ʟ: "l",
  ɪ: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ħ: "h",
  ŧ: "t",
  ƅ: "b",
  ᴀ: "a",
  ᴄ: "c",
  ᴅ: "d",
  ᴇ: "e",
  ᴊ: "j",
  ᴋ: "k",
  ᴍ: "m",
  ᴏ: "o",
  ᴘ: "p",
  ᴛ: "t",
  ᴜ: "u",
  ᴠ: "v",
  ᴡ: "w",
  ᴢ: "z",
  ƒ: "f",
  ꜱ: "s",
  ɢ: "g",
  // Digits of other scripts
  "٠": "0",
  "١": "1",
  "٢": "2",
  "٣": "3",
  "٤": "4",
  "٥": "5",
  "٦": "6",
  "٧": "7",
  "٨": "8",
  "٩": "9",
  "۰": "0",
  "۱": "1",
  "۲": "2",
  "۳": "3",
  "۴": "4",
  "۵": "5",
  "۶": "6",
  "۷": "7",
  "۸": "8",
  "۹": "9",
};

/** Capitals that look like another letter than their small form does. */
const UPPER: Record<string, string> = {
  Α: "a",
  Β: "b",
  Ε: "e",
  Ζ: "z",
  Η: "h",
  Ι: "i",
  Κ: "k",
  Μ: "m",
  Ν: "n",
  Ο: "o",
  Ρ: "p",
  Τ: "t",
  Υ: "y",
  Χ: "x",
  Ү: "y",
  Ь: "b",
  І: "i",
  Ӏ: "i",
};

function replaceBy(table: Record<string, string>, text: string): string {
  return Array.from(text, (char) => table[char] ?? char).join("");
}

/** Case folded, with compatibility forms and the accents of alphabets and controls taken off. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u0652\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "");
}

/** What a text looks like: two texts that a reader may take for each other give the same. */
export function lookOf(text: string): string {
  return replaceBy(LOWER, bare(text)).normalize("NFKC");
}

/** `lookOf`, and the same with capitals read as what a capital looks like. */
export function looksOf(text: string): string[] {
  const capitals = replaceBy(UPPER, text.normalize("NFKC"));
  return [...new Set([lookOf(text), lookOf(capitals)])];
}

/**
 * A stricter look for names that must not be imitated: digits and letter pairs that pass for
 * letters, spaces and joiners left out.
 */
export function strictLooksOf(text: string): string[] {
  return looksOf(text).map((look) =>
    look
      .replace(/[\s._\-·•|]+/gu, "")
      .replaceAll("rn", "m")
      .replaceAll("vv", "w")
      .replace(/[0135]/g, (digit) => ({ 0: "o", 1: "l", 3: "e", 5: "s" })[digit] ?? digit)
      .replaceAll("i", "l"),
  );
}
