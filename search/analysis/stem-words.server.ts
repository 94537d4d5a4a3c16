import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server.ts";
import { dictionaryOf } from "./languages.ts";

/** `null`: a word that says nothing by itself (the, and). A stem never changes, so it is kept. */
type Stem = { stem: string | null };
const KEPT = 200_000;
const known = new LRUCache<string, Stem>({ max: KEPT });

/** Stems of words of one language by PostgreSQL's dictionaries (Snowball), keyed by word. */
export async function stemWords(
  db: Db,
  language: string,
  words: Iterable<string>,
): Promise<(word: string) => string | null> {
  const dictionary = dictionaryOf(language);
  if (!dictionary) return (word) => word;
  const found = new Map<string, string | null>();
  const missing: string[] = [];
  for (const word of new Set(words)) {
    const kept = known.get(`${language}:${word}`);
    if (kept) found.set(word, kept.stem);
    else missing.push(word);
  }
  if (missing.length > 0) {
    const { rows } = await sql<{ word: string; stems: string[] | null }>`
      select word, ts_lexize(${dictionary}::regdictionary, word) as stems
      from unnest(${missing}::text[]) word
    `.execute(db);
    for (const { word, stems } of rows) {
      const stem = stems === null ? word : (stems[0] ?? null);
      known.set(`${language}:${word}`, { stem });
      found.set(word, stem);
    }
  }
  return (word) => found.get(word) ?? (found.has(word) ? null : word);
}
