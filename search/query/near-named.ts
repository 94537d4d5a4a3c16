import { mistakesAllowed } from "../analysis/near-words.ts";

/** Words that lie so near a typed one that they are worth comparing letter by letter. */
export type NearWords = (typed: string) => string[];

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Passes over words that can't be within the mistakes a typed one may have: each mistake changes the
 * length by one at most, and which letters there are by two at most.
 */
export function nearWords(words: Iterable<string>): NearWords {
  const byLength = new Map<number, { word: string; letters: number }[]>();
  for (const word of words) {
    const same = byLength.get(word.length);
    const entry = { word, letters: lettersOf(word) };
    if (same) same.push(entry);
    else byLength.set(word.length, [entry]);
  }
  return (typed) => {
    const allowed = mistakesAllowed(typed);
    const letters = lettersOf(typed);
    const near: string[] = [];
    for (let length = typed.length - allowed; length <= typed.length + allowed; length += 1) {
      for (const entry of byLength.get(length) ?? []) {
        if (countBits(letters ^ entry.letters) <= 2 * allowed) near.push(entry.word);
      }
    }
    return near;
  };
}
