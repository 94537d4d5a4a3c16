import { fold } from "./analysis/fold.ts";
import { findMarks, type Mark } from "./mark-words.ts";

const LENGTH = 200;
/** What stands before the first match. */
const BEFORE = 60;
const LONGEST_WORD = 30;

/** The first mark of the stretch that holds the most different words. */
function bestStart(line: string, marks: Mark[], length: number): number {
  let best = 0;
  let most = 0;
  for (const [index, [start]] of marks.entries()) {
    const near = marks.slice(index).filter(([, end]) => end - start <= length - BEFORE);
    const words = new Set(near.map(([from, to]) => fold(line.slice(from, to))));
    if (words.size > most) [best, most] = [start, words.size];
  }
  return best;
}

/** A cut text without the word that was cut, where its words are parted by spaces. */
function wholeWords(text: string): string {
  const space = text.lastIndexOf(" ");
  return (space > text.length - LONGEST_WORD ? text.slice(0, space) : text).trimEnd();
}

/**
 * The part of a text around the words of a search, where most of them stand, on one line, without
 * cutting a word or an emoji.
 */
export function snippetOf(text: string, words: string[], length = LENGTH): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const first = bestStart(line, findMarks(line, { words }), length);
  let from = first <= BEFORE ? 0 : line.indexOf(" ", first - BEFORE) + 1;
  // A script without spaces has nowhere better to begin.
  if (from > first || (first > BEFORE && from === 0)) from = first;
  const rest = line.slice(from);
  const parts = [...new Intl.Segmenter().segment(rest.slice(0, length * 3))];
  const cut = parts.length > length || rest.length > length * 3;
  const shown = parts
    .slice(0, length)
    .map(({ segment }) => segment)
    .join("");
  return `${from > 0 ? "…" : ""}${cut ? `${wholeWords(shown)}…` : shown}`;
}
