import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";

/** Open cases about posts stand where the posts do. */
export async function moveCases(tx: Tx, communityId: number, postIds: number[]): Promise<void> {
  await sql`
    update moderation_case c set space_id = t.space_id
    from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where c.community_id = ${communityId} and c.post_id = any(${postIds}::bigint[])
      and p.community_id = c.community_id and p.id = c.post_id
      and c.space_id is distinct from t.space_id
  `.execute(tx);
}
