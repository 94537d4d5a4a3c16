import { lookOf } from "#app/features/members/look-alikes.ts";

/** Signs that show nothing: they split words for a machine and not for the eye. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const PASSING = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** One sign may become eighteen in its compatibility form; what is read stays bounded. */
const LONGEST = 20_000;

function foldWord(word: string): string {
  return LATIN.test(word) && PASSING.test(word) ? lookOf(word) : word;
}

/**
 * The text as the classifier reads it: compatibility forms resolved (NFKC), invisible signs taken
 * out, look-alike letters in words that mix alphabets written in Latin, white space as one space.
 * At most 20,000 units of it.
 */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .slice(0, LONGEST)
    .replace(INVISIBLE, "")
    .replace(WORD, foldWord)
    .replace(/\s+/g, " ")
    .trim();
}
