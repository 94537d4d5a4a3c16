import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server.ts";
import { splitWords } from "../analysis/split-words.ts";
import { nearWords, type NearWords } from "./near-named.ts";

/** What is said is one of these; then what `means` says is looked for as well. */
export type Synonym = { words: string[]; means: string };

/** What the community's staff say of words. */
export type BrandWords = {
  synonyms: Synonym[];
  /** Every word that a synonym is known by. */
  named: Set<string>;
  /** Those of them that a mistyped word may have been meant as. */
  nearNamed: NearWords;
  /** Names that are never corrected. */
  keep: Set<string>;
  /** Words that say nothing here. */
  stop: Set<string>;
};

const NONE: BrandWords = {
  synonyms: [],
  named: new Set(),
  nearNamed: nearWords([]),
  keep: new Set(),
  stop: new Set(),
};

/** By version, which is random: no two communities, states or databases share one. */
const kept = new LRUCache<string, BrandWords>({ max: 200 });

/** The words of a text as they are compared, each for itself. */
export function plainWords(text: string): string[] {
  return splitWords(text)
    .filter(({ kind }) => kind !== "joined")
    .map(({ text: word }) => word);
}

async function read(db: Db, communityId: number): Promise<BrandWords> {
  const [rows, rules] = await Promise.all([
    db
      .selectFrom("search_synonym")
      .select(["words", "means", "both_ways"])
      .where("community_id", "=", communityId)
      .orderBy("id")
      .execute(),
    db
      .selectFrom("search_word_rule")
      .select(["word", "rule"])
      .where("community_id", "=", communityId)
      .execute(),
  ]);
  const synonyms = rows
    .flatMap(({ words, means, both_ways }) => [
      { words: plainWords(words), means },
      ...(both_ways ? [{ words: plainWords(means), means: words }] : []),
    ])
    .filter(({ words }) => words.length > 0);
  const named = new Set(synonyms.flatMap(({ words }) => words));
  const ruled = (rule: "keep" | "stop") =>
    new Set(rules.filter((row) => row.rule === rule).flatMap((row) => plainWords(row.word)));
  return {
    synonyms,
    named,
    nearNamed: nearWords(named),
    keep: ruled("keep"),
    stop: ruled("stop"),
  };
}

/**
 * The words of the brand, as they are now: a change counts from the next query on, in every process.
 * The version is read before the words, so that words are never kept under a later version than theirs.
 */
export async function loadBrandWords(db: Db, communityId: number): Promise<BrandWords> {
  const row = await db
    .selectFrom("search_words_version")
    .select("version")
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  if (!row) return NONE;
  const known = kept.get(row.version);
  if (known) return known;
  const words = await read(db, communityId);
  kept.set(row.version, words);
  return words;
}
