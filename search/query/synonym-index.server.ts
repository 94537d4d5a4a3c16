import type { Db } from "#db/client.server.ts";
import { FORM } from "../analysis/form.ts";
import type { BrandWords } from "./brand-words.server.ts";
import { stemIn } from "./typed-words.server.ts";

/** A synonym with every form that each of its words is known by. */
type Indexed = { forms: Set<string>[]; means: string };

/** Synonyms by each form of their first word. */
export type SynonymIndex = Map<string, Indexed[]>;

const LANGUAGES_KEPT = 4;
const kept = new WeakMap<BrandWords, Map<string, SynonymIndex>>();

async function build(db: Db, brand: BrandWords, languages: string[]): Promise<SynonymIndex> {
  const stem = await stemIn(db, languages, brand.named);
  const index: SynonymIndex = new Map();
  for (const { words, means } of brand.synonyms) {
    const forms = words.map((word) => new Set([word, FORM + word, ...stem(word).stems]));
    for (const form of forms[0]!) {
      const same = index.get(form);
      if (same) same.push({ forms, means });
      else index.set(form, [{ forms, means }]);
    }
  }
  return index;
}

/** The synonyms as queries in these languages look them up; made once a change. */
export async function synonymIndex(
  db: Db,
  brand: BrandWords,
  languages: string[],
): Promise<SynonymIndex> {
  const byLanguages = kept.get(brand) ?? new Map<string, SynonymIndex>();
  kept.set(brand, byLanguages);
  const key = languages.toSorted().join(" ");
  const known = byLanguages.get(key);
  if (known) return known;
  const index = await build(db, brand, languages);
  if (byLanguages.size >= LANGUAGES_KEPT) byLanguages.clear();
  byLanguages.set(key, index);
  return index;
}
