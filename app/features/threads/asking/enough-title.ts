/** Letters from which on a title says enough to look for threads like it. */
const ENOUGH = 12;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Whether a title says enough to be compared: a letter that is a syllable or a word counts three times. */
export function isEnough(title: string): boolean {
  const text = title.trim();
  return text.length + 2 * (text.match(WIDE)?.length ?? 0) >= ENOUGH;
}
