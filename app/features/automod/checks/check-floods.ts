import type { Finding, Screened } from "../screened.ts";
import { findingOf, ownTextOf } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

/** Lines that part a text are drawn with these. */
const DRAWN = /[-=_*.~#>+|─━═…\s]/u;
const SOLID = /\S/gu;
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const EMOJI = /\p{Extended_Pictographic}/gu;
/** No script stacks as many on one letter. */
const STACK = /\p{M}{5,}/gu;
const LEAST_STACKS = 2;
/** A row in a text that says something besides is a slip of the hand. */
const ROW_SHARE = 0.4;
/** Numbers with many same digits are values that somebody asks about. */
const DIGIT_SHARE = 0.8;
const EMOJI_SHARE = 0.25;

/** The longest row of one character, and what it is. */
function longestRow(text: string): { char: string; length: number } {
  let best = { char: "", length: 0 };
  let char = "";
  let length = 0;
  for (const next of text) {
    length = next === char ? length + 1 : 1;
    char = next;
    if (length > best.length && !DRAWN.test(char)) best = { char, length };
  }
  return best;
}

function isRow(text: string, least: number): boolean {
  const row = longestRow(text);
  if (row.length < least) return false;
  const solid = text.match(SOLID)?.length ?? 0;
  return (
    row.length * row.char.length >= solid * (/\p{N}/u.test(row.char) ? DIGIT_SHARE : ROW_SHARE)
  );
}

/** How often one word stands in a row; numbers don't count. */
function mostRepeats(text: string): number {
  let most = 0;
  let before = "";
  let repeats = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    repeats = word === before ? repeats + 1 : 1;
    before = word;
    if (repeats > most && !/^[\p{N}_]+$/u.test(word)) most = repeats;
  }
  return most;
}

/** One word drawn out among others ("love this sooooo much") is a way of speaking. */
const STRETCHED = /\p{L}/u;
const OTHER_WORDS = 2;

function isStretched(text: string): boolean {
  const { char } = longestRow(text);
  const words = text.match(WORD) ?? [];
  return STRETCHED.test(char) && words.length > OTHER_WORDS;
}

function reasonFor(text: string, floods: CheckSettings["floods"]): string | null {
  if ((text.match(STACK)?.length ?? 0) >= LEAST_STACKS) return "stackedMarks";
  if (isRow(text, floods.characters)) return "sameCharacter";
  if (mostRepeats(text) >= floods.words) return "sameWord";
  const emoji = text.match(EMOJI)?.length ?? 0;
  const solid = text.match(SOLID)?.length ?? 0;
  return emoji > floods.emoji && emoji > solid * EMOJI_SHARE ? "emoji" : null;
}

/** Rows of one character, one word over and over, emoji, marks stacked on letters ("zalgo"). */
export function checkFloods(screened: Screened, { floods }: CheckSettings): Finding[] {
  // The beginning of a text doesn't say how much else is in it.
  const texts = screened.partial ? [screened.title] : [screened.title, ownTextOf(screened)];
  for (const text of texts) {
    const reason = reasonFor(text, floods);
    if (!reason) continue;
    const mild = reason === "sameCharacter" && floods.mode !== "off" && isStretched(text);
    return findingOf("floods", mild ? "nudge" : floods.mode, reason);
  }
  return [];
}
