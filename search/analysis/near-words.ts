import { hashTerm } from "./hash-term.ts";

/** Letters of a word that are compared; mistakes come early as often as late, and ends vary by grammar. */
const COMPARED = 8;

/** How many letters of a word may be wrong: none in short words, where every mistake is another word. */
export function mistakesAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Whether a typed word may be mistyped: also one of three letters, for a word of four that begins alike
 * and lost one (`wfi`). Of three letters, nearly everything is one mistake from something else.
 */
export function isCorrectable(typed: string): boolean {
  return mistakesAllowed(typed) > 0 || /^\p{L}{3}$/u.test(typed);
}

/** Whether a typed word may be meant as another, by their lengths and beginnings alone. */
export function mistakesFor(typed: string, meant: string): number {
  if (mistakesAllowed(typed) > 0) return Math.min(mistakesAllowed(typed), mistakesAllowed(meant));
  return isCorrectable(typed) && meant.length === 4 && meant[0] === typed[0] ? 1 : 0;
}

function withoutLetters(start: string, count: number): Set<string> {
  let all = new Set([start]);
  const seen = new Set(all);
  for (let round = 0; round < count; round += 1) {
    const shorter = new Set<string>();
    for (const word of all) {
      for (let at = 0; at < word.length; at += 1) {
        shorter.add(word.slice(0, at) + word.slice(at + 1));
      }
    }
    all = shorter;
    for (const word of shorter) seen.add(word);
  }
  return seen;
}

/**
 * Hashes of a word's start with letters left out (symmetric deletion, Garbe 2012): two words within
 * that many mistakes of each other share one. Empty for words too short to be corrected.
 */
export function nearHashes(word: string): number[] {
  const allowed = mistakesAllowed(word);
  if (allowed === 0) return [];
  return [...withoutLetters(word.slice(0, COMPARED), allowed)].map((part) => hashTerm(part));
}

/** What a typed word's hashes share with those of the words it may be meant as. */
export function typedHashes(typed: string): number[] {
  return mistakesAllowed(typed) > 0 ? nearHashes(typed) : [hashTerm(typed)];
}

/**
 * Mistakes between two words: letters put in, left out, changed or swapped with the next (optimal
 * string alignment); `most + 1` when there are more than `most`.
 */
export function mistakesBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, before[j - 2]! + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
