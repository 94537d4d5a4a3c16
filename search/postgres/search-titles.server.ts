import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { Match, SearchInput } from "../port.ts";

/** At most this many matches are ranked, so that a common word stays cheap. */
const RANKED = 500;

/** Published threads whose titles hold the words, best first: what there is before the first index. */
export async function searchTitles(
  db: Db,
  input: Pick<SearchInput, "communityId" | "query" | "spaceIds" | "limit">,
): Promise<Match[]> {
  const { rows } = await sql<{ id: number; rank: number }>`
    with words as (select websearch_to_tsquery('simple', ${input.query}) as query),
    found as (
      select thread.id, thread.search_vector, thread.score, thread.accepted_post_id
      from words join thread on thread.search_vector @@ words.query
      where thread.community_id = ${input.communityId} and thread.state = 'published'
        and thread.space_id = any(${input.spaceIds}::bigint[])
      limit ${RANKED}
    )
    select found.id, ts_rank(found.search_vector, words.query) as rank from found, words
    order by ts_rank(found.search_vector, words.query) desc,
      (found.accepted_post_id is not null) desc, found.score desc, found.id desc
    limit ${input.limit}
  `.execute(db);
  return rows.map((row) => ({ threadId: row.id, score: row.rank }));
}
