import { fold } from "./fold.ts";

/** One thing that can be looked for, where it stands, and whether it is made of several written words. */
export type Word = {
  text: string;
  /** Counts written words, from 0. */
  at: number;
  /** `joined`: several parts as one (`hub3` of `Hub-3`); `gram`: two characters of a script without spaces. */
  kind: "word" | "number" | "joined" | "gram";
};

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々";
const UNSPACED = "\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
/** Parts of one written word: `wi-fi`, `err_reset`, `0x80070005`, `v1.2.3`, `c++`. */
const WRITTEN = /[\p{L}\p{M}\p{N}]+(?:['\-_./:+&@#][\p{L}\p{M}\p{N}]+)*(?:\+\+|#(?!\p{L}))?/gu;
const RUNS = new RegExp(`[${CJK}]+|[${UNSPACED}\\p{M}]+|\\p{N}+|[^${CJK}${UNSPACED}\\p{N}]+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]`, "u");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const IS_NUMBER = /^\p{N}+$/u;
const PARTS = /['\-_./:+&@#]+/;
/** Longer words are hashes, keys and tables. */
const LONGEST = 40;

let segmenter: Intl.Segmenter | undefined;

function segmented(run: string): string[] {
  segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
  return [...segmenter.segment(run)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/** Pairs of characters; a single one stands for itself. */
export function grams(run: string): string[] {
  const letters = Array.from(run);
  if (letters.length === 1) return [run];
  return letters.slice(1).map((letter, index) => letters[index]! + letter);
}

class Splitter {
  readonly words: Word[] = [];
  #at = 0;
  /** What the next part may belong to: `hub 3`, `5 GHz`. */
  #before = "";

  #add(text: string, kind: Word["kind"]): void {
    if (text.length <= LONGEST) this.words.push({ text, at: this.#at, kind });
  }

  #spaced(run: string): void {
    const number = IS_NUMBER.test(run);
    const afterNumber = IS_NUMBER.test(this.#before);
    this.#add(run, number ? "number" : "word");
    const belongs = number ? !afterNumber && run.length <= 5 : afterNumber && run.length <= 3;
    if (this.#before !== "" && belongs) this.#add(this.#before + run, "joined");
    this.#before = run;
    this.#at += 1;
  }

  #run(run: string): void {
    if (IS_CJK.test(run)) {
      for (const gram of grams(run)) {
        this.#add(gram, "gram");
        this.#at += 1;
      }
      this.#before = "";
    } else if (IS_UNSPACED.test(run)) {
      for (const word of segmented(run)) this.#spaced(word);
    } else this.#spaced(run);
  }

  written(word: string, gap: boolean): void {
    if (!gap) this.#before = "";
    const bare = word.replace(/(?:\+\+|#)$/, "");
    if (bare !== word) {
      this.#add(word, "word");
      this.#at += 1;
      return;
    }
    // It's and don't are one word; an elided article (l'écran) is another.
    const whole = word.replace(/'(?:s|t|re|ve|ll|d|m)$/, (end) =>
      end === "'s" ? "" : end.slice(1),
    );
    const runs = whole.split(PARTS).flatMap((part) => part.match(RUNS) ?? []);
    const first = this.#at;
    let pair = false;
    for (const run of runs) {
      const before = this.words.length;
      this.#run(run);
      pair = this.words.length - before > 1 && this.words.at(-1)!.kind === "joined";
    }
    if (runs.length < 2 || runs.some((run) => IS_CJK.test(run) || IS_UNSPACED.test(run))) return;
    const joined = runs.join("");
    if (pair && this.words.at(-1)!.text === joined) return;
    if (joined.length <= LONGEST) this.words.push({ text: joined, at: first, kind: "joined" });
  }
}

/**
 * The words of a text, folded. `Hub-3`, `hub3` and `HUB 3` all give `hub`, `3` and `hub3`; `Wi-Fi`
 * gives `wi`, `fi` and `wifi`; Chinese, Japanese and Korean give pairs of characters.
 */
export function splitWords(text: string): Word[] {
  const splitter = new Splitter();
  const folded = fold(text);
  let end = 0;
  for (const match of folded.matchAll(WRITTEN)) {
    // A full stop or a line between a word and a number parts them.
    splitter.written(match[0], /^[\s#]{0,2}$/.test(folded.slice(end, match.index)));
    end = match.index + match[0].length;
  }
  return splitter.words;
}
