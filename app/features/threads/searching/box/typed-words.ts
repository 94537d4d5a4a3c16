/** What a search takes of what is typed. */
export const MOST_TYPED = 200;

/** Scripts that write a word in a single character. */
const ONE_IS_ENOUGH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What was typed as it is searched for: one line of at most 200 letters, without spaces around it. */
export function tidyWords(typed: string): string {
  return typed
    .replaceAll("\u0000", "")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, MOST_TYPED)
    .replace(/\p{Surrogate}/gu, "")
    .trim();
}

/** Whether tidied words say enough to suggest something: two characters, of Chinese, Japanese or Korean one. */
export function areEnough(words: string): boolean {
  return ONE_IS_ENOUGH.test(words) || /^.{2}/su.test(words);
}
