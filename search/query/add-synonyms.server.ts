import { FORM } from "../analysis/form.ts";
import { SETTINGS } from "../settings.ts";
import type { BrandWords } from "./brand-words.server.ts";
import { stemIn, typedWords, type TypedWord } from "./typed-words.server.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a word, one of its forms or what it may be mistyped for is this one. */
function says(word: TypedWord, wanted: { text: string; stems: string[] }): boolean {
  return word.alternatives.some(
    ({ terms }) =>
      terms.length === 1 &&
      (terms[0] === FORM + wanted.text ||
        terms[0] === wanted.text ||
        wanted.stems.includes(terms[0]!)),
  );
}

/** Adds the brand's synonyms, also for words that are mistyped. */
export async function addSynonyms(
  { db, languages }: Vocabulary,
  { words, brand }: { words: TypedWord[]; brand: BrandWords },
): Promise<void> {
  if (brand.synonyms.length === 0) return;
  const stem = await stemIn(
    db,
    languages,
    brand.synonyms.flatMap((synonym) => synonym.words),
  );
  // Synonyms of synonyms are not followed: what was typed is compared, not what was added.
  const typed = words.map((word) => ({ ...word, alternatives: [...word.alternatives] }));
  for (const { words: wanted, means } of brand.synonyms) {
    const sought = wanted.map((text) => ({ text, stems: stem(text).stems }));
    if (sought.length === 0) continue;
    for (let at = 0; at + sought.length <= typed.length; at += 1) {
      if (!sought.every((one, index) => says(typed[at + index]!, one))) continue;
      const meant = (await typedWords(db, means, languages)).words.filter((word) => !word.stop);
      const terms = meant.map((word) => word.stems[0] ?? FORM + word.text);
      for (const word of words.slice(at, at + sought.length)) {
        word.alternatives.push({ terms, weight: SETTINGS.alternatives.synonym });
        word.stop = false;
      }
    }
  }
}
