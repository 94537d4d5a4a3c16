import { fold } from "./analysis/fold.ts";
import { FORM } from "./analysis/form.ts";

const LENGTH = 200;
/** What stands before the first match. */
const BEFORE = 60;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHORTEST_START = 4;

/**
 * Where in a text the words of a search stand, as [start, end) pairs, for marking them. A stem marks
 * every word that begins with it; pairs of characters mark themselves.
 */
export function findMarks(text: string, words: string[]): [start: number, end: number][] {
  const forms = new Set(words.map((word) => fold(word.replace(FORM, ""))));
  const starts = [...forms].filter((form) => form.length >= SHORTEST_START);
  const pairs = [...forms].filter((form) => /^[\p{Lo}ー]{1,2}$/u.test(form));
  const marks: [number, number][] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (forms.has(word) || starts.some((start) => word.startsWith(start))) {
      marks.push([match.index, match.index + match[0].length]);
      continue;
    }
    for (const pair of pairs) {
      const at = match[0].indexOf(pair);
      if (at >= 0) marks.push([match.index + at, match.index + at + pair.length]);
    }
  }
  return marks.sort((a, b) => a[0] - b[0]);
}

/** The part of a text around the first of the words, on one line, without cutting a word or an emoji. */
export function snippetOf(text: string, words: string[]): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const first = findMarks(line, words)[0]?.[0] ?? 0;
  let from = first <= BEFORE ? 0 : line.indexOf(" ", first - BEFORE) + 1;
  if (from > first) from = first;
  const rest = line.slice(from);
  const parts = [...new Intl.Segmenter().segment(rest.slice(0, LENGTH * 3))];
  const shown = parts
    .slice(0, LENGTH)
    .map(({ segment }) => segment)
    .join("");
  const cut = parts.length > LENGTH || rest.length > LENGTH * 3;
  return `${from > 0 ? "…" : ""}${cut ? `${shown.trimEnd()}…` : shown}`;
}
