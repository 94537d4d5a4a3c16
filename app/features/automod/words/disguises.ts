import type { WordStream } from "./word-stream.ts";

const DIGIT_LETTERS: Record<string, string> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
};
const SIGN_LETTERS: Record<string, string> = { $: "s", "@": "a", "€": "e" };
const LEAST_LETTERS = 2;
/** So many letters of their own make a word; with mere spaces between, one more. */
const LEAST_SPACED = 3;

const isLetter = (char: string): boolean => /\p{L}/u.test(char);

/** Each word through a function that keeps or shortens it; places follow. */
function mapWords(
  stream: WordStream,
  change: (word: string) => { text: string; from: number[] } | null,
): WordStream {
  const at: number[] = [];
  const parts: string[] = [];
  let start = 0;
  let isChanged = false;
  while (start < stream.text.length) {
    const space = stream.text.indexOf(" ", start);
    const end = space === -1 ? stream.text.length : space;
    const word = stream.text.slice(start, end);
    const changed = change(word);
    parts.push(changed?.text ?? word, space === -1 ? "" : " ");
    isChanged ||= changed !== null;
    if (changed) for (const index of changed.from) at.push(stream.at[start + index]!);
    else for (let index = start; index < end; index += 1) at.push(stream.at[index]!);
    if (space !== -1) at.push(stream.at[space]!);
    start = end + 1;
  }
  return isChanged ? { text: parts.join(""), at } : stream;
}

/**
 * Digits and signs that stand for letters. Digits only between letters ("v1agra"), as models of things
 * end and begin with them ("A55"); 1, ! and | are read as `one`.
 */
function unleet(stream: WordStream, one: "i" | "l"): WordStream {
  return mapWords(stream, (word) => {
    if (!/[\d$@€!|]/.test(word) || word.length > 40) return null;
    const letters = Array.from(word, (char, index) => (isLetter(char) ? index : -1)).filter(
      (index) => index !== -1,
    );
    if (letters.length < LEAST_LETTERS) return null;
    const text = word.replace(/[\d$@€!|]/g, (sign, index: number) => {
      const isInside = index > letters[0]! && index < letters.at(-1)!;
      const digit = /[1!|]/.test(sign) ? one : DIGIT_LETTERS[sign];
      return SIGN_LETTERS[sign] ?? (isInside ? digit : undefined) ?? sign;
    });
    return { text, from: Array.from({ length: text.length }, (_, index) => index) };
  });
}

/** Letters written three times and more ("freeee") once or twice. */
function squeeze(stream: WordStream, kept: 1 | 2): WordStream {
  return mapWords(stream, (word) => {
    if (!/(\p{L})\1\1/u.test(word)) return null;
    let text = "";
    const from: number[] = [];
    for (let index = 0; index < word.length;) {
      let end = index + 1;
      while (word[end] === word[index]) end += 1;
      const count = end - index >= 3 ? kept : end - index;
      for (let copy = 0; copy < count; copy += 1) from.push(index + copy);
      text += word.slice(index, index + count);
      index = end;
    }
    return { text, from };
  });
}

/** Where single letters with the same thing between each, "f.r.e.e", begin and end in the stream. */
function spelledRuns(stream: WordStream, source: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const isSingle = (index: number): boolean =>
    index < stream.text.length &&
    stream.text[index] !== " " &&
    (stream.text[index + 1] ?? " ") === " ";
  const gapAfter = (index: number): string =>
    source.slice(stream.at[index]! + 1, stream.at[index + 2] ?? 0);
  for (let index = 0; index < stream.text.length;) {
    const startsWord = index === 0 || stream.text[index - 1] === " ";
    if (!startsWord || !isSingle(index)) {
      index += 1;
      continue;
    }
    const gap = gapAfter(index);
    let last = index;
    while (isSingle(last + 2) && gapAfter(last) === gap) last += 2;
    const least = gap.trim() === "" ? LEAST_SPACED + 1 : LEAST_SPACED;
    if (gap.length <= 3 && (last - index) / 2 + 1 >= least)
      runs.push({ from: index, to: last + 1 });
    index = last + 2;
  }
  return runs;
}

function joinSpelled(stream: WordStream, source: string): WordStream {
  const runs = spelledRuns(stream, source);
  if (runs.length === 0) return stream;
  const at: number[] = [];
  let text = "";
  let last = 0;
  const copy = (to: number): void => {
    text += stream.text.slice(last, to);
    for (let index = last; index < to; index += 1) at.push(stream.at[index]!);
  };
  for (const { from, to } of runs) {
    copy(from);
    for (let index = from; index < to; index += 2) {
      text += stream.text[index]!;
      at.push(stream.at[index]!);
    }
    last = to;
  }
  copy(stream.text.length);
  return { text, at };
}

const SIGN = /[$@€!|+#%]/;

/** Signs as what parts words: "casino$" is one of them too. */
function withoutSigns(stream: WordStream): WordStream {
  if (!SIGN.test(stream.text)) return stream;
  return { text: stream.text.replace(/[$@€!|+#%]/g, " "), at: stream.at };
}

/** A stream as it stands and as it reads without disguises; each other text once, at most eight. */
export function undisguise(stream: WordStream, source: string): WordStream[] {
  const joined = joinSpelled(stream, source);
  const [i, l] = [unleet(joined, "i"), unleet(joined, "l")];
  const all = [
    stream,
    withoutSigns(stream),
    joined,
    i,
    l,
    squeeze(i, 1),
    squeeze(i, 2),
    squeeze(l, 1),
  ];
  const texts = new Set<string>();
  return all.filter(({ text }) => !texts.has(text) && texts.add(text));
}
