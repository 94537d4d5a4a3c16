import { sql } from "kysely";
import type { Role } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";

export type TitleQuery = {
  communityId: number;
  /** As typed: words, "phrases", -without, or. */
  query: string;
  /** What a space may ask of readers for its threads to be found. */
  readRoles: Role[];
  limit?: number;
};

/** At most this many matches are ranked, so that a common word stays cheap. */
const RANKED = 500;

/** Ids of published threads whose titles hold the words, best first; 20 unless told. */
export async function searchTitles(db: Db, input: TitleQuery): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with words as (select websearch_to_tsquery('simple', ${input.query}) as query),
    found as (
      select thread.id, thread.search_vector, thread.score, thread.accepted_post_id
      from words join thread on thread.search_vector @@ words.query
      join space on space.community_id = thread.community_id and space.id = thread.space_id
      where thread.community_id = ${input.communityId} and thread.state = 'published'
        and space.read_role = any(${input.readRoles}::text[])
      limit ${RANKED}
    )
    select found.id from found, words
    order by ts_rank(found.search_vector, words.query) desc,
      (found.accepted_post_id is not null) desc, found.score desc, found.id desc
    limit ${Math.min(100, input.limit ?? 20)}
  `.execute(db);
  return rows.map((row) => row.id);
}
