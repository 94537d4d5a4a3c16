import { fold } from "./analysis/fold.ts";
import { FORM } from "./analysis/form.ts";

/** A piece of a text; `hit` where it is one of the words that were looked for. */
export type Part = { text: string; hit: boolean };

export type Mark = [start: number, end: number];

/** What is marked: `words` as an engine gives them; `beside` only next to one of those. */
export type Sought = { words: string[]; beside?: string[] };

type Compiled = {
  /** Whole words. */
  forms: Set<string>;
  /** Words that say too little to be marked on their own: `3` of `Hub 3`, `not` of `not activating`. */
  weak: Set<string>;
  /** Stems, with how many letters may follow. */
  stems: [stem: string, more: number][];
  /** What is looked for inside runs of scripts without spaces. */
  pieces: string[];
};

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
/** The, and the, with the, for the, and: Arabic writes them to the word. */
const ARABIC_START = /^(?:[وف]?(?:[بك]?ال|لل)|و)(?=\p{Script=Arabic}{3})/u;
/** Between two marks that are shown as one. */
const JOINT = /^[\s\-_./:+'’]$/u;
/** As many words may be written as one. */
const LONGEST_JOINED = 3;
const SHORT_ENDINGS = /^(?:e?s|e?n|ed)$/;

/** `5` and `tv` say little by themselves, `5g` and `u2` are names. */
function isWeak(form: string): boolean {
  return form.length <= 2 && !(/\p{N}/u.test(form) && /\p{L}/u.test(form));
}

function compile({ words, beside = [] }: Sought): Compiled {
  const forms = new Set<string>();
  const weak = new Set(beside.map(fold));
  const stems: [string, number][] = [];
  const pieces: string[] = [];
  for (const word of words) {
    const form = fold(word.replace(FORM, ""));
    if (form === "") continue;
    if (UNSPACED.test(form)) pieces.push(form);
    else if (isWeak(form)) weak.add(form);
    else forms.add(form);
    if (UNSPACED.test(form) || word.startsWith(FORM) || form.length < 4) continue;
    stems.push([form, form.length > 4 ? 5 : 3]);
    // Battery and batteries have the stem `batteri`.
    if (form.endsWith("i")) forms.add(`${form.slice(0, -1)}y`);
  }
  // A query of nothing else is looked for all the same.
  if (forms.size === 0 && pieces.length === 0) for (const form of weak) forms.add(form);
  return { forms, weak, stems, pieces };
}

function isSought(word: string, { forms, stems }: Compiled): boolean {
  if (forms.has(word)) return true;
  if (stems.some(([stem, more]) => word.startsWith(stem) && word.length - stem.length <= more)) {
    return true;
  }
  // The stems of short words are in everything: `car` is marked in `cars`, not in `carpet`.
  return [2, 1].some(
    (cut) => forms.has(word.slice(0, -cut)) && SHORT_ENDINGS.test(word.slice(-cut)),
  );
}

type Token = { mark: Mark; word: string };

/** Neighbours that are sought as one word: `Wi-Fi`, `Hub 3`, `log in`. */
function marksOfJoined(text: string, tokens: Token[], forms: Set<string>): Mark[] {
  const marks: Mark[] = [];
  for (const [index, first] of tokens.entries()) {
    let { word } = first;
    let [, end] = first.mark;
    for (const next of tokens.slice(index + 1, index + LONGEST_JOINED)) {
      if (!JOINT.test(text.slice(end, next.mark[0]))) break;
      word += next.word;
      end = next.mark[1];
      if (forms.has(word)) marks.push([first.mark[0], end]);
    }
  }
  return marks;
}

/** Every place of the pieces in a run that has no spaces. */
function marksWithin(run: string, at: number, pieces: string[]): Mark[] {
  const folded = fold(run);
  const text = folded.length === run.length ? folded : run;
  const marks: Mark[] = [];
  for (const piece of pieces) {
    for (let from = text.indexOf(piece); from >= 0; from = text.indexOf(piece, from + 1)) {
      marks.push([at + from, at + from + piece.length]);
    }
  }
  return marks;
}

function joined(text: string, marks: Mark[]): Mark[] {
  const whole: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && (mark[0] <= last[1] || JOINT.test(text.slice(last[1], mark[0])))) {
      last[1] = Math.max(last[1], mark[1]);
    } else whole.push([...mark]);
  }
  return whole;
}

/**
 * Where in a text the words of a search stand, in order, neighbours as one. Case, accents and forms of
 * a letter don't matter; a stem marks its words; in scripts without spaces every found pair of
 * characters is marked.
 */
export function findMarks(text: string, sought: Sought): Mark[] {
  const compiled = compile(sought);
  const marks: Mark[] = [];
  const weak: Mark[] = [];
  const tokens: Token[] = [];
  for (const { 0: token, index } of text.matchAll(WORD)) {
    const end = index + token.length;
    if (UNSPACED.test(token)) {
      marks.push(...marksWithin(token, index, compiled.pieces));
      continue;
    }
    const word = fold(token);
    tokens.push({ mark: [index, end], word });
    if (isSought(word, compiled) || isSought(word.replace(ARABIC_START, ""), compiled)) {
      marks.push([index, end]);
    } else if (compiled.weak.has(word)) weak.push([index, end]);
  }
  marks.push(...marksOfJoined(text, tokens, compiled.forms));
  const touches = (one: Mark, other: Mark) => JOINT.test(text.slice(one[1], other[0]));
  const besides = (mark: Mark) =>
    marks.some((other) => touches(mark, other) || touches(other, mark));
  // From both sides, so that the second of two weak words is marked after the first.
  for (const mark of weak) if (besides(mark)) marks.push(mark);
  for (const mark of weak.toReversed()) {
    if (!marks.includes(mark) && besides(mark)) marks.push(mark);
  }
  return joined(text, marks);
}

/** A text in parts, the words that were looked for as hits. */
export function markWords(text: string, sought: Sought): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const [from, to] of findMarks(text, sought)) {
    if (from > end) parts.push({ text: text.slice(end, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** How many different words of a search a text holds, as they are written in it. */
export function countMarked(text: string, sought: Sought): number {
  const found = findMarks(text, sought).flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(WORD)].map(([word]) => fold(word).slice(0, 5)),
  );
  return new Set(found).size;
}
