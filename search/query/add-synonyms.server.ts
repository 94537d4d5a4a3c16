import { FORM } from "../analysis/form.ts";
import { SETTINGS } from "../settings.ts";
import type { BrandWords } from "./brand-words.server.ts";
import { synonymIndex } from "./synonym-index.server.ts";
import { typedWords, type TypedWord } from "./typed-words.server.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Place = { from: number; to: number; means: string };

/** Each typed word's own forms and what it may be mistyped for. */
function saidBy({ alternatives }: TypedWord): string[] {
  return alternatives.flatMap(({ terms }) => (terms.length === 1 ? terms : []));
}

/** Adds the brand's synonyms, also for words that are mistyped. */
export async function addSynonyms(
  { db, languages }: Vocabulary,
  { words, brand }: { words: TypedWord[]; brand: BrandWords },
): Promise<void> {
  if (brand.synonyms.length === 0 || words.length === 0) return;
  const index = await synonymIndex(db, brand, languages);
  // Synonyms of synonyms are not followed: what was typed is compared, not what was added.
  const said = words.map(saidBy);
  const places: Place[] = said.flatMap((own, from) => {
    const begun = new Set(own.flatMap((form) => index.get(form) ?? []));
    return [...begun]
      .filter(({ forms }) => forms.every((form, at) => said[from + at]?.some((s) => form.has(s))))
      .map(({ forms, means }) => ({ from, to: from + forms.length, means }));
  });
  for (const { from, to, means } of places) {
    const meant = (await typedWords(db, means, languages)).words.filter((word) => !word.stop);
    const terms = meant.map((word) => word.stems[0] ?? FORM + word.text);
    if (terms.length === 0) continue;
    for (const word of words.slice(from, to)) {
      word.alternatives.push({ terms, weight: SETTINGS.alternatives.synonym, why: "synonym" });
      word.stop = false;
    }
  }
}
