const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  // Arabic letters that writers mix: alef and ya with marks, ta marbuta
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};
const ODD = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
/** Latin, Greek and Cyrillic accents, Arabic vowel signs and tatweel; not the marks of kana or Indic vowels. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0655\u0670\u0640\u200b-\u200f\u00ad]/g;

/** Text as it is compared: lower case, one form of each letter, no accents. */
export function fold(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase();
  // Most text is plain ASCII, and decomposing is what costs.
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(ODD, (letter) => LETTERS[letter]!);
}
