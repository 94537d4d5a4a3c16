import type { Db } from "#db/client.server.ts";
import { ASKING_WORDS } from "#search/analysis/asking-words.ts";
import { mistakesAllowed, mistakesBetween, nearHashes } from "#search/analysis/near-words.ts";
import { splitWords } from "#search/analysis/split-words.ts";
import { stemWords } from "#search/analysis/stem-words.server.ts";
import { findIndex } from "#search/postgres/index-state.server.ts";
import { loadBrandWords, type BrandWords } from "#search/query/brand-words.server.ts";

export type QueryWords = { key: string; searches: number; language: string };

/** How often each word is searched. */
function countWords(queries: QueryWords[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, searches } of queries) {
    for (const word of new Set(key.split(" "))) {
      counts.set(word, (counts.get(word) ?? 0) + searches + 1);
    }
  }
  return counts;
}

/** `wi fi` as `wifi`, where somebody wrote that. */
function joinParts(words: string[], counts: Map<string, number>): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const whole = words[at]! + (words[at + 1] ?? "");
    const letters = at + 1 < words.length && /^\p{L}{4,}$/u.test(whole);
    if (letters && counts.has(whole)) at += 1;
    joined.push(letters && counts.has(whole) ? whole : words[at]!);
  }
  return joined;
}

/** Those of the words that the community's own threads have: they are not mistyped. */
async function knownWords(db: Db, communityId: number, words: string[]): Promise<Set<string>> {
  const index = await findIndex(db, communityId);
  if (!index || words.length === 0) return new Set();
  const rows = await db
    .selectFrom("search_word")
    .select("word")
    .where("community_id", "=", communityId)
    .where("generation", "=", index.live)
    .where("word", "in", words)
    .where("forms", ">", 0)
    .execute();
  return new Set(rows.map((row) => row.word));
}

/** Above every count: a word of the community's own is never the mistyped one. */
const KNOWN = 1e9;

/** For each word that is nobody's own: the more common word that it is mistyped for. */
function spelling(
  counts: Map<string, number>,
  known: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Map<string, string> {
  const near = new Map<number, string[]>();
  const words = [...counts.keys()].filter((word) => /^\p{L}+$/u.test(word)).sort();
  const hashes = new Map(words.map((word) => [word, nearHashes(word)]));
  for (const word of words) {
    for (const hash of hashes.get(word)!) near.set(hash, [...(near.get(hash) ?? []), word]);
  }
  const rank = (word: string): number => (known.has(word) ? KNOWN : 0) + counts.get(word)!;
  const meant = new Map<string, string>();
  for (const word of words) {
    if (known.has(word) || names.has(word)) continue;
    const allowed = mistakesAllowed(word);
    let best = { word, mistakes: allowed + 1, rank: rank(word) };
    for (const other of new Set(hashes.get(word)!.flatMap((hash) => near.get(hash) ?? []))) {
      if (rank(other) <= rank(word)) continue;
      const mistakes = mistakesBetween(word, other, allowed);
      const better =
        mistakes < best.mistakes || (mistakes === best.mistakes && rank(other) > best.rank);
      if (mistakes <= allowed && better) best = { word: other, mistakes, rank: rank(other) };
    }
    if (best.word !== word) meant.set(word, best.word);
  }
  // Each is rarer than what it is mistyped for, so this ends.
  const last = (word: string): string => (meant.has(word) ? last(meant.get(word)!) : word);
  return new Map([...meant.keys()].map((word) => [word, last(word)]));
}

const plainWords = (text: string): string[] =>
  splitWords(text)
    .filter(({ kind }) => kind !== "joined")
    .map(({ text: word }) => word);

/** Each phrase of the brand's synonyms → the one that stands for all that mean the same. */
function synonymGroups(synonyms: BrandWords["synonyms"]): Map<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (phrase: string): string => {
    const above = parent.get(phrase) ?? phrase;
    return above === phrase ? phrase : rootOf(above);
  };
  for (const { words, means } of synonyms) {
    const [a, b] = [words.join(" "), plainWords(means).join(" ")].map(rootOf) as [string, string];
    if (a === "" || b === "") continue;
    const [first, second] = a < b ? [a, b] : [b, a];
    parent.set(first, first);
    parent.set(second, first);
  }
  return new Map([...parent.keys()].map((phrase) => [phrase, rootOf(phrase)]));
}

/** Longest phrase that a synonym has. */
const PHRASE = 4;

function replaceSynonyms(words: string[], groups: Map<string, string>): string[] {
  const replaced: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(PHRASE, words.length - at);
    while (length > 0 && !groups.has(words.slice(at, at + length).join(" "))) length -= 1;
    const phrase = groups.get(words.slice(at, at + length).join(" "));
    replaced.push(...(length > 0 && phrase ? phrase.split(" ") : [words[at]!]));
    at += Math.max(length, 1);
  }
  return replaced;
}

async function stemAll(
  db: Db,
  queries: { language: string; words: string[] }[],
): Promise<(word: string, language: string) => string | null> {
  const byLanguage = new Map<string, Set<string>>();
  for (const { language, words } of queries) {
    const all = byLanguage.get(language) ?? new Set();
    for (const word of words) all.add(word);
    byLanguage.set(language, all);
  }
  const stems = new Map<string, (word: string) => string | null>();
  for (const [language, words] of byLanguage) {
    stems.set(language, await stemWords(db, language, words));
  }
  return (word, language) => stems.get(language)?.(word) ?? null;
}

/**
 * What each query is about, by its key: its words without spelling mistakes, endings, words that say nothing
 * and what the brand calls by another name. Sorted, each once; all its words when none says anything.
 */
export async function queryConcepts(
  db: Db,
  communityId: number,
  queries: QueryWords[],
): Promise<Map<string, string[]>> {
  const counts = countWords(queries);
  const [brand, known] = await Promise.all([
    loadBrandWords(db, communityId),
    knownWords(db, communityId, [...counts.keys()]),
  ]);
  const meant = spelling(counts, known, brand.keep);
  const groups = synonymGroups(brand.synonyms);
  const read = queries.map(({ key, language }) => {
    const words = joinParts(key.split(" "), counts).map((word) => meant.get(word) ?? word);
    return { key, language, words: replaceSynonyms(words, groups) };
  });
  const stemOf = await stemAll(db, read);
  return new Map(
    read.map(({ key, language, words }) => {
      const telling = words.filter((word) => !ASKING_WORDS.has(word) && !brand.stop.has(word));
      const stems = telling.flatMap((word) => stemOf(word, language) ?? []);
      return [key, [...new Set(stems.length > 0 ? stems : words)].sort()];
    }),
  );
}
