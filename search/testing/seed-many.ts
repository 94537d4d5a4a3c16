import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Writes many short discussions at once, about nothing that the corpus is searched for. */
export async function seedMany(
  db: Db,
  { communityId, spaceId, count }: { communityId: number; spaceId: number; count: number },
): Promise<void> {
  await sql`
    with made as (
      insert into thread (community_id, kind, space_id, title, slug, created_at, last_activity_at)
      select ${communityId}::int, 'discussion', ${spaceId}::bigint,
        'Matter ' || n || ' of lot ' || n % 97, 'matter', now(), now()
      from generate_series(1, ${count}::int) n returning id
    ), numbered as (select id as thread_id, nextval('post_id_seq') as post_id from made)
    insert into post (community_id, id, thread_id, kind, root_id, document, html, text)
    overriding system value
    select ${communityId}::int, post_id, thread_id, 'opening', post_id,
      '{"type":"doc","content":[]}', '',
      repeat('Some words of lot ' || thread_id % 89 || ' about thing' || thread_id % 1009 || '. ', 12)
    from numbered
  `.execute(db);
  await sql`
    update thread set opening_post_id = post.id from post
    where post.community_id = thread.community_id and post.thread_id = thread.id
      and post.kind = 'opening' and thread.opening_post_id is null
      and thread.community_id = ${communityId}
  `.execute(db);
}
