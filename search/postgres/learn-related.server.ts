import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { SETTINGS } from "../settings.ts";
import type { Place } from "./salt.ts";
import { breathe, termVectors, type SparseRow } from "./term-vectors.ts";

/** Terms of a text that stand this near to each other share their surroundings. */
const WINDOW = 5;
/** Terms read of each thread: its title and the start of its text. */
const READ = 30;
/** Rarer terms have no surroundings to speak of; more terms make no better ones. */
const LEAST_TITLES = 3;
const MOST_TERMS = 8_000;
const MOST_THREADS = 50_000;
const DIMENSIONS = 64;
const BATCH = 2_000;

type Neighbours = { term: string; related: string[]; similarity: number[] };

async function learnableTerms(db: Db, { communityId, generation }: Place): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from search_word
    where community_id = ${communityId} and generation = ${generation}
      and titles >= ${LEAST_TITLES} and word !~ '^[0-9]+$'
    order by titles desc limit ${MOST_TERMS}
  `.execute(db);
  return rows.map(({ word }) => word);
}

/** How often two terms stand near each other, by `lower * size + higher`. */
async function countPairs(db: Db, place: Place, numberOf: Map<string, number>) {
  const pairs = new Map<number, number>();
  let after = 0;
  for (let read = 0; read < MOST_THREADS; read += BATCH) {
    const { rows } = await sql<{ thread_id: number; terms: string[] }>`
      select thread_id, terms[1:${READ}] as terms from search_text
      where community_id = ${place.communityId} and generation = ${place.generation}
        and thread_id > ${after} order by thread_id limit ${BATCH}
    `.execute(db);
    for (const { terms } of rows) {
      const numbers = terms.flatMap((term) => numberOf.get(term) ?? []);
      numbers.forEach((number, at) => {
        for (const other of numbers.slice(Math.max(0, at - WINDOW), at)) {
          const key = Math.min(number, other) * numberOf.size + Math.max(number, other);
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
      });
    }
    if (rows.length < BATCH) break;
    after = rows.at(-1)!.thread_id;
    await breathe();
  }
  return pairs;
}

/**
 * How much more often than by chance terms stand together: positive pointwise mutual information,
 * contexts smoothed by 0.75 (Levy, Goldberg, Dagan 2015).
 */
function mutualInformation(pairs: Map<number, number>, size: number): SparseRow[] {
  const totals = new Float64Array(size);
  for (const [key, count] of pairs) {
    const [a, b] = [Math.floor(key / size), key % size];
    totals[a] = totals[a]! + count;
    totals[b] = totals[b]! + count;
  }
  const smoothed = totals.map((total) => total ** 0.75);
  const all = smoothed.reduce((sum, total) => sum + total, 0);
  const rows: [number, number][][] = Array.from({ length: size }, () => []);
  const note = (term: number, context: number, count: number): void => {
    const information = Math.log((count * all) / (totals[term]! * smoothed[context]!));
    if (information > 0) rows[term]!.push([context, information]);
  };
  for (const [key, count] of pairs) {
    const [a, b] = [Math.floor(key / size), key % size];
    note(a, b, count);
    note(b, a, count);
  }
  return rows.map((row) => ({
    columns: Int32Array.from(row, ([context]) => context),
    values: Float32Array.from(row, ([, information]) => information),
  }));
}

async function nearestTerms(terms: string[], vectors: Float32Array): Promise<Neighbours[]> {
  const found: Neighbours[] = [];
  for (const [index, term] of terms.entries()) {
    const own = vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS);
    const near: { term: string; similarity: number }[] = [];
    for (let other = 0; other < terms.length; other += 1) {
      let similarity = 0;
      for (let j = 0; j < DIMENSIONS; j += 1)
        similarity += own[j]! * vectors[other * DIMENSIONS + j]!;
      if (similarity >= SETTINGS.related.similarity && other !== index)
        near.push({ term: terms[other]!, similarity });
    }
    near.sort((a, b) => b.similarity - a.similarity);
    const kept = near.slice(0, SETTINGS.related.count);
    if (kept.length > 0) {
      found.push({
        term,
        related: kept.map((one) => one.term),
        similarity: kept.map((one) => Math.round(one.similarity * 1_000) / 1_000),
      });
    }
    if (index % 50 === 49) await breathe();
  }
  return found;
}

/**
 * Learns from a generation's texts which terms are used alike (`layover`, `stopover`), and keeps the
 * nearest of each. Nothing is learnt from fewer than 50 threads' worth of terms.
 */
export async function learnRelated(db: Db, place: Place): Promise<void> {
  const terms = await learnableTerms(db, place);
  const { communityId, generation } = place;
  const own = sql`community_id = ${communityId} and generation = ${generation}`;
  if (terms.length < 2 * DIMENSIONS) {
    await sql`delete from search_related where ${own}`.execute(db);
    return;
  }
  const numberOf = new Map(terms.map((term, index) => [term, index]));
  const pairs = await countPairs(db, place, numberOf);
  const vectors = await termVectors(mutualInformation(pairs, terms.length), DIMENSIONS);
  const rows = await nearestTerms(terms, vectors);
  await db.transaction().execute(async (tx) => {
    await sql`delete from search_related where ${own}`.execute(tx);
    for (let at = 0; at < rows.length; at += BATCH) {
      await tx
        .insertInto("search_related")
        .values(
          rows.slice(at, at + BATCH).map((row) => ({
            community_id: communityId,
            generation,
            ...row,
          })),
        )
        .execute();
    }
  });
}
