import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { findIndex } from "../postgres/index-state.server.ts";

/** Counts of the live generation's words: as they are kept, and as the documents say. */
export async function wordCounts(
  db: Db,
  communityId: number,
): Promise<{ kept: unknown; counted: unknown }> {
  const { live } = (await findIndex(db, communityId))!;
  const place = sql`community_id = ${communityId} and generation = ${live}`;
  const kept = await sql`
    select word, titles, documents, forms from search_word
    where ${place} and titles + documents + forms > 0 order by word collate "C"
  `.execute(db);
  const counted = await sql`
    select word, sum(t)::int as titles, sum(d)::int as documents, sum(f)::int as forms from (
      select unnest(title_terms) word, 1 t, 0 d, 0 f from search_text where ${place}
      union all select unnest(terms), 0, 1, 0 from search_text where ${place}
      union all select unnest(forms), 0, 0, 1 from search_text where ${place}
    ) every where char_length(word) <= 60 group by word order by word collate "C"
  `.execute(db);
  return { kept: kept.rows, counted: counted.rows };
}
