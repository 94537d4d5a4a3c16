import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Db } from "#db/client.server.ts";
import { FIELDS } from "../settings.ts";
import type { Place } from "./salt.ts";

/** What BM25 and the analysis of queries need to know of the whole index. */
export type IndexStatistics = {
  documents: number;
  /** Mean length of each field, in words. */
  lengths: number[];
  /** Languages of its threads, the commonest first. */
  languages: string[];
};

/** From so many threads on they hardly change within a minute. */
const LARGE = 2_000;
const SAMPLE = 4_000;
const LANGUAGES = 4;
const kept = new LRUCache<string, IndexStatistics>({ max: 500, ttl: 60_000 });

const byteAt = (at: number) => sql.raw(`get_byte(title_signature, ${at})`);
const meanLength = (field: number) =>
  sql`coalesce(avg(${byteAt(2 * field)} + 256 * ${byteAt(2 * field + 1)}), 1)::float8`;

async function measure(db: Db, { communityId, generation }: Place): Promise<IndexStatistics> {
  const own = sql`community_id = ${communityId} and generation = ${generation} and content_hash <> ''`;
  const [counted, sampled, languages] = await Promise.all([
    sql<{ documents: number }>`
      select count(*)::int as documents from search_document where ${own}`.execute(db),
    sql<{ lengths: number[] }>`
      select array[${sql.join(FIELDS.map((_, field) => meanLength(field)))}] as lengths
      from (select title_signature from search_document where ${own} limit ${SAMPLE}) sample
    `.execute(db),
    sql<{ language: string }>`
      select language from (select language from search_document where ${own} limit ${SAMPLE}) sample
      group by language having count(*) * 50 >= (select least(${SAMPLE}, count(*)) from search_document where ${own})
      order by count(*) desc, language limit ${LANGUAGES}
    `.execute(db),
  ]);
  return {
    documents: counted.rows[0]!.documents,
    lengths: sampled.rows[0]!.lengths.map((length) => Math.max(1, length)),
    languages: languages.rows.map((row) => row.language),
  };
}

/** Statistics of one generation; of large ones up to a minute old. */
export async function indexStatistics(db: Db, place: Place): Promise<IndexStatistics> {
  const key = `${place.communityId}:${place.generation}`;
  const known = kept.get(key);
  if (known) return known;
  const measured = await measure(db, place);
  if (measured.documents >= LARGE) kept.set(key, measured);
  return measured;
}
