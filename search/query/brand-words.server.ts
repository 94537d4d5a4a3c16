import type { Db } from "#db/client.server.ts";
import { splitWords } from "../analysis/split-words.ts";

/** What the community's staff say of words. */
export type BrandWords = {
  synonyms: { words: string[]; means: string }[];
  /** Names that are never corrected. */
  keep: Set<string>;
  /** Words that say nothing here. */
  stop: Set<string>;
};

const plainWords = (text: string): string[] =>
  splitWords(text)
    .filter(({ kind }) => kind !== "joined")
    .map(({ text: word }) => word);

/** The words of the brand, as they are now: a change counts from the next query on. */
export async function loadBrandWords(db: Db, communityId: number): Promise<BrandWords> {
  const [synonyms, rules] = await Promise.all([
    db
      .selectFrom("search_synonym")
      .select(["words", "means", "both_ways"])
      .where("community_id", "=", communityId)
      .execute(),
    db
      .selectFrom("search_word_rule")
      .select(["word", "rule"])
      .where("community_id", "=", communityId)
      .execute(),
  ]);
  const ruled = (rule: "keep" | "stop") =>
    new Set(rules.filter((row) => row.rule === rule).flatMap((row) => plainWords(row.word)));
  return {
    synonyms: synonyms.flatMap(({ words, means, both_ways }) => [
      { words: plainWords(words), means },
      ...(both_ways ? [{ words: plainWords(means), means: words }] : []),
    ]),
    keep: ruled("keep"),
    stop: ruled("stop"),
  };
}
