import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import {
  isCorrectable,
  mistakesBetween,
  mistakesFor,
  typedHashes,
} from "../analysis/near-words.ts";
import type { Place } from "./salt.ts";

/** In how many threads a word stands: as a term of the title, as a term anywhere, as written. */
export type WordCounts = { titles: number; documents: number; forms: number };
export type Correction = { word: string; mistakes: number; forms: number };

const NONE: WordCounts = { titles: 0, documents: 0, forms: 0 };
/** Words that share a start with left-out letters; most of them are further apart than they seem. */
const NEAR_LOOKED_AT = 300;
const CORRECTIONS = 3;

/** Counts of the words that are known. */
export async function countsOfWords(
  db: Db,
  { communityId, generation }: Place,
  words: Iterable<string>,
): Promise<(word: string) => WordCounts> {
  const wanted = [...new Set(words)];
  const { rows } = await sql<WordCounts & { word: string }>`
    select word, titles, documents, forms from search_word
    where community_id = ${communityId} and generation = ${generation}
      and word = any(${wanted}::text[])
  `.execute(db);
  const counts = new Map(rows.map((row) => [row.word, row]));
  return (word) => counts.get(word) ?? NONE;
}

/** Fewest mistakes first, then what is written most. */
export function rankCorrections(typed: string, words: { word: string; forms: number }[]) {
  return words
    .map(({ word, forms }) => ({ word, forms, allowed: mistakesFor(typed, word) }))
    .filter(({ allowed }) => allowed > 0)
    .map(({ word, forms, allowed }) => ({
      word,
      forms,
      allowed,
      mistakes: mistakesBetween(typed, word, allowed),
    }))
    .filter(({ mistakes, allowed }) => mistakes <= allowed)
    .sort((a, b) => a.mistakes - b.mistakes || b.forms - a.forms)
    .slice(0, CORRECTIONS);
}

/** Words of the community that a mistyped one may have been meant as, by typed word. */
export async function findCorrections(
  db: Db,
  { communityId, generation }: Place,
  typed: string[],
): Promise<Map<string, Correction[]>> {
  const found = new Map<string, Correction[]>();
  await Promise.all(
    typed.filter(isCorrectable).map(async (word) => {
      const { rows } = await sql<{ word: string; forms: number }>`
          select word, forms from search_word
          where near && ${typedHashes(word)}::int[] and community_id = ${communityId}
            and generation = ${generation} and forms > 0
            and char_length(word) between ${word.length - 2} and ${word.length + 2}
          order by forms desc limit ${NEAR_LOOKED_AT}
        `.execute(db);
      found.set(word, rankCorrections(word, rows));
    }),
  );
  return found;
}

/** Words as written that begin so, the commonest first. */
export async function findCompletions(
  db: Db,
  { communityId, generation }: Place,
  input: { start: string; limit: number },
): Promise<{ word: string; forms: number }[]> {
  const { rows } = await sql<{ word: string; forms: number }>`
    select word, forms from search_word
    where community_id = ${communityId} and generation = ${generation} and forms > 0
      and word >= ${input.start} and word < ${input.start + "\u{10ffff}"}
    order by forms desc limit ${input.limit}
  `.execute(db);
  return rows;
}

/** Longer words that begin or end with one: compounds. */
export async function findCompounds(
  db: Db,
  { communityId, generation }: Place,
  input: { parts: string[]; limit: number },
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ part: string; word: string }>`
    select part, found.word from unnest(${input.parts}::text[]) part cross join lateral (
      (select word, forms from search_word where community_id = ${communityId}
        and generation = ${generation} and forms > 0 and char_length(word) >= char_length(part) + 4
        and word >= part and word < part || ${"\u{10ffff}"} order by forms desc limit ${input.limit})
      union
      (select word, forms from search_word where community_id = ${communityId}
        and generation = ${generation} and forms > 0 and char_length(word) >= 8
        and char_length(word) >= char_length(part) + 3
        and reverse(word) collate "C" >= reverse(part)
        and reverse(word) collate "C" < reverse(part) || ${"\u{10ffff}"}
        order by forms desc limit ${input.limit})
    ) found
  `.execute(db);
  const byPart = new Map<string, string[]>();
  for (const { part, word } of rows) byPart.set(part, [...(byPart.get(part) ?? []), word]);
  return byPart;
}

/** What stands in the same surroundings as a term, nearest first. */
export async function findRelated(
  db: Db,
  { communityId, generation }: Place,
  terms: string[],
): Promise<Map<string, { term: string; similarity: number }[]>> {
  const { rows } = await sql<{ term: string; related: string[]; similarity: number[] }>`
    select term, related, similarity from search_related
    where community_id = ${communityId} and generation = ${generation}
      and term = any(${terms}::text[])
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.term,
      row.related.map((term, index) => ({ term, similarity: row.similarity[index]! })),
    ]),
  );
}
