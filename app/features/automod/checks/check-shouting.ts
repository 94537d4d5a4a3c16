import type { Finding, Screened } from "../screened.ts";
import { findingOf, ownTextOf } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

const WORD = /[\p{L}\p{N}_]+/gu;
/** Short ones are HDMI, USB, IBAN; those with digits or underscores are names of errors. */
const LEAST_WORD = 4;
const LEAST_WORDS = 3;

/** Letters of words that have capitals and small letters, and how many are capitals. */
function count(text: string): { letters: number; capitals: number; words: number } {
  let [letters, capitals, words] = [0, 0, 0];
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    const upper = word.toUpperCase();
    if (lower === upper || word.length < LEAST_WORD || /[\d_]/.test(word)) continue;
    letters += word.length;
    if (word === upper) {
      capitals += word.length;
      words += 1;
    }
  }
  return { letters, capitals, words };
}

/** Whole texts in capitals; names, short forms and names of errors don't count. */
export function checkShouting(screened: Screened, { shouting }: CheckSettings): Finding[] {
  const { letters, capitals, words } = count(`${screened.title} ${ownTextOf(screened)}`);
  const isShouting =
    letters >= shouting.leastLetters &&
    words >= LEAST_WORDS &&
    capitals / letters >= shouting.share;
  return isShouting ? findingOf("shouting", shouting.mode, "shouting") : [];
}
