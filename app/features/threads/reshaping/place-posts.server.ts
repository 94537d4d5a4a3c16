import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import type { PostKind } from "#db/schema-threads.ts";

/** Where a post stands. */
export type Place = {
  id: number;
  thread_id: number;
  kind: PostKind;
  parent_id: number | null;
  root_id: number;
};

/** The places of a thread's posts, oldest first. */
export async function placesOf(tx: Tx, communityId: number, threadId: number): Promise<Place[]> {
  return tx
    .selectFrom("post")
    .select(["id", "thread_id", "kind", "parent_id", "root_id"])
    .where("community_id", "=", communityId)
    .where("thread_id", "=", threadId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/**
 * Puts posts into their places, with what leads to them and what was said of them; the caller holds the
 * threads, none of which points at one of the posts any more, and moves what hangs under them along.
 */
export async function placePosts(tx: Tx, communityId: number, places: Place[]): Promise<void> {
  if (places.length === 0) return;
  const ids = places.map(({ id }) => id);
  await sql`
    update post set thread_id = w.thread_id, kind = w.kind, parent_id = w.parent_id, root_id = w.root_id
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as w (id bigint, thread_id bigint, kind text, parent_id bigint, root_id bigint)
    where post.community_id = ${communityId} and post.id = w.id
  `.execute(tx);
  await sql`
    update redirect set thread_id = p.thread_id from post p
    where redirect.community_id = ${communityId} and redirect.post_id = any(${ids}::bigint[])
      and p.community_id = redirect.community_id and p.id = redirect.post_id
      and redirect.thread_id <> p.thread_id
  `.execute(tx);
  // Of whoever said something there too, the older word stays where it was said.
  await sql`
    update fix_report r set thread_id = p.thread_id from post p
    where r.community_id = ${communityId} and r.post_id = any(${ids}::bigint[])
      and p.community_id = r.community_id and p.id = r.post_id and r.thread_id <> p.thread_id
      and not exists (select from fix_report said where said.community_id = r.community_id
        and said.thread_id = p.thread_id
        and (said.member_id = r.member_id or said.visit_hash = r.visit_hash))
  `.execute(tx);
}
