import { lookOf } from "#app/features/members/look-alikes.ts";

/**
 * Folded text: words of letters and digits with a single space behind each, and where each UTF-16
 * unit stands in the text given.
 */
export type WordStream = { text: string; at: readonly number[] };

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Characters nobody sees; accents and vowel points, which writers leave out or pile up. */
const DROPPED =
  /\p{Default_Ignorable_Code_Point}|\p{Cf}|\u0640|\u0670|[\u0300-\u036f]|[\u0483-\u0489]|[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/u;
/** Kept beside a letter, for which they may stand: "pa$$". */
const SYMBOL = /[$@€]/;
/** Kept behind one: "c++". */
const ENDING_SYMBOL = /[+#%]/;
/** Kept between two letters only. */
const INNER_SYMBOL = /[!|]/;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const LATIN = /\p{Script=Latin}/u;

type Folded = { plain: string; look: string; latin: boolean; foreign: boolean };

const folded = new Map<string, Folded>();
/** More than any text in one language needs; what is rare is folded anew. */
const MOST_KEPT = 4_096;

/** One character in small letters without accents, and as what it looks like. */
function foldChar(char: string): Folded {
  const known = folded.get(char);
  if (known) return known;
  const bare = char.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const plain = DROPPED.test(char) ? "" : bare.toLowerCase().normalize("NFC");
  const fold = {
    plain,
    look: plain === "" ? "" : lookOf(plain),
    latin: LATIN.test(plain),
    foreign: FOREIGN.test(plain),
  };
  if (folded.size < MOST_KEPT) folded.set(char, fold);
  return fold;
}

/** How many letters of each kind a text has, so that honest Greek is not read as Latin. */
function isMostlyLatin(text: string): boolean {
  let latin = 0;
  let foreign = 0;
  for (const char of text) {
    if (char <= "\u007f") {
      if (char >= "A") latin += 1;
    } else if (LATIN.test(char)) latin += 1;
    else if (FOREIGN.test(char)) foreign += 1;
  }
  return latin > foreign;
}

type Unit = { fold: Folded; at: number };

class StreamWriter {
  readonly #parts: string[] = [];
  readonly #at: number[] = [];
  #word: Unit[] = [];
  readonly #isLatinText: boolean;

  constructor(isLatinText: boolean) {
    this.#isLatinText = isLatinText;
  }

  letter(fold: Folded, at: number): void {
    this.#word.push({ fold, at });
  }

  /** Ends a word: one of mixed scripts, or a foreign one in a Latin text, is read by its looks. */
  gap(at: number): void {
    if (this.#word.length === 0) return;
    const foreign = this.#word.some(({ fold }) => fold.foreign);
    const byLook = foreign && (this.#isLatinText || this.#word.some(({ fold }) => fold.latin));
    for (const { fold, at: place } of this.#word) {
      this.#write(byLook ? fold.look : fold.plain, place);
    }
    this.#word = [];
    this.#write(" ", at);
  }

  stream(): WordStream {
    return { text: this.#parts.join(""), at: this.#at };
  }

  #write(chars: string, at: number): void {
    for (let index = 0; index < chars.length; index += 1) this.#at.push(at);
    this.#parts.push(chars);
  }
}

function isKept(char: string, before: string, after: string): boolean {
  if (SYMBOL.test(char)) {
    return LETTER.test(before) || SYMBOL.test(before) || LETTER.test(after);
  }
  if (ENDING_SYMBOL.test(char)) return LETTER.test(before) || ENDING_SYMBOL.test(before);
  return INNER_SYMBOL.test(char) && LETTER.test(before) && LETTER.test(after);
}

/** The words of a text as lists of words are compared with it; one pass. */
export function readWordStream(text: string): WordStream {
  const writer = new StreamWriter(isMostlyLatin(text));
  let before = " ";
  for (let index = 0; index < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(index)!);
    const fold = foldChar(char);
    const after = text[index + char.length] ?? " ";
    if (fold.plain !== "") {
      if (LETTER.test(fold.plain) || isKept(char, before, after)) writer.letter(fold, index);
      else writer.gap(index);
      before = char;
    }
    index += char.length;
  }
  writer.gap(text.length);
  return writer.stream();
}
