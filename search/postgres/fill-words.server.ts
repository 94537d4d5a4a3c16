import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { nearHashes } from "../analysis/near-words.ts";
import type { WordCounts } from "./vocabulary.server.ts";
import type { Place } from "./salt.ts";

const BATCH = 4_000;
const LONGEST = 60;

/** Counts the words of a whole generation anew. */
export async function fillWords(db: Db, { communityId, generation }: Place): Promise<void> {
  const place = sql`community_id = ${communityId} and generation = ${generation}`;
  await sql`delete from search_word where ${place}`.execute(db);
  const { rows } = await sql<WordCounts & { word: string }>`
    select word, sum(titles)::int as titles, sum(documents)::int as documents, sum(forms)::int as forms
    from (
      select unnest(title_terms) as word, 1 as titles, 0 as documents, 0 as forms
        from search_text where ${place}
      union all select unnest(terms), 0, 1, 0 from search_text where ${place}
      union all select unnest(forms), 0, 0, 1 from search_text where ${place}
    ) every
    where char_length(word) <= ${LONGEST}
    group by word order by word collate "C"
  `.execute(db);
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH).map((row) => ({
      ...row,
      // Only what was written so can be what a mistyped word was meant as.
      near: row.forms > 0 ? nearHashes(row.word) : [],
    }));
    await sql`
      insert into search_word (community_id, generation, word, titles, documents, forms, near)
      select ${communityId}::int, ${generation}::int, word, titles, documents, forms,
        array(select jsonb_array_elements_text(near)::int)
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as given(word text, titles int, documents int, forms int, near jsonb)
    `.execute(db);
  }
}
