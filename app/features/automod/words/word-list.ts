import { Automaton } from "./automaton.ts";
import { undisguise } from "./disguises.ts";
import { readWordStream } from "./word-stream.ts";

/** Limits of a list of words; entries are plain words or phrases, never patterns. */
export const WORD_LIMITS = { entries: 5_000, length: 64 } as const;
/** More of them in one text tell nobody more. */
const MOST_MATCHES = 100;

/** A word of a list in a text; places in UTF-16 units of the text given, the end not included. */
export type WordMatch = { entry: string; from: number; to: number };

type Entry = {
  written: string;
  /** Folded, with a space at each end where a word must begin or end. */
  sought: string;
};

const WORD_UNIT = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** An entry as it is looked for; null for one that would match everything or nothing. */
function readEntry(written: string): Entry | null {
  const text = written.trim().slice(0, WORD_LIMITS.length);
  const folded = readWordStream(text.replace(/^\*+|\*+$/g, "")).text.trim();
  const least = UNSPACED.test(folded) ? 1 : 2;
  if (folded.length < least || !WORD_UNIT.test(folded)) return null;
  const start = text.startsWith("*") || UNSPACED.test(folded[0]!) ? "" : " ";
  const end = text.endsWith("*") || UNSPACED.test(folded.at(-1)!) ? "" : " ";
  return { written, sought: start + folded + end };
}

/** True for an entry that can be looked for. */
export function isUsableEntry(written: string): boolean {
  return readEntry(written) !== null;
}

/** Entries ready to be looked for in any number of texts. */
export class WordList {
  readonly #entries: Entry[];
  readonly #automaton: Automaton;

  /** Takes the first 5,000 usable entries. "word", "two words", "prefix*", "*ending". */
  constructor(entries: readonly string[]) {
    const bySought = new Map<string, Entry>();
    for (const written of entries.slice(0, WORD_LIMITS.entries)) {
      const entry = readEntry(written);
      if (entry && !bySought.has(entry.sought)) bySought.set(entry.sought, entry);
    }
    this.#entries = [...bySought.values()];
    this.#automaton = new Automaton([...bySought.keys()]);
  }

  /**
   * The entries a text holds as whole words, also with look-alike letters, signs for letters, letters
   * apart or repeated; in reading order, at most 100.
   */
  find(text: string): WordMatch[] {
    const found = new Map<string, WordMatch>();
    for (const { text: stream, at } of undisguise(readWordStream(text), text)) {
      // The space before the first word, so that every word stands between two.
      this.#automaton.search(` ${stream}`, (index, from, to) => {
        const { written, sought } = this.#entries[index]!;
        const start = at[sought.startsWith(" ") ? from : from - 1]!;
        const last = at[sought.endsWith(" ") ? to - 3 : to - 2]!;
        const end = last + (text.codePointAt(last)! > 0xffff ? 2 : 1);
        found.set(`${start} ${written}`, { entry: written, from: start, to: end });
        return found.size < MOST_MATCHES;
      });
    }
    return [...found.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
  }
}

const compiled = new WeakMap<readonly string[], WordList>();

/** The compiled form of a list; compiled once for each array. */
export function wordListOf(entries: readonly string[]): WordList {
  let list = compiled.get(entries);
  if (!list) compiled.set(entries, (list = new WordList(entries)));
  return list;
}
