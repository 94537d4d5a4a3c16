import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";

/** Members with the time, as decisions keep it. */
export type Mark = [memberId: number, at: string];
export type Marks = { same_here: Mark[]; followers: Mark[] };

/** Whoever follows a thread, or has the same question, follows or has another; nobody twice. */
export async function carryMarks(
  tx: Tx,
  communityId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await sql`
    insert into follow (community_id, member_id, subject_kind, subject_id, created_at)
    select community_id, member_id, 'thread', ${to}, created_at from follow
    where community_id = ${communityId} and subject_kind = 'thread' and subject_id = ${from}
    on conflict do nothing
  `.execute(tx);
  await sql`
    delete from follow
    where community_id = ${communityId} and subject_kind = 'thread' and subject_id = ${from}
  `.execute(tx);
  await sql`
    insert into same_here (community_id, thread_id, member_id, created_at)
    select s.community_id, t.id, s.member_id, s.created_at from same_here s
    join thread t on t.community_id = s.community_id and t.id = ${to}
    where s.community_id = ${communityId} and s.thread_id = ${from}
      and s.member_id is distinct from t.author_id
    on conflict do nothing
  `.execute(tx);
  await sql`
    delete from same_here where community_id = ${communityId} and thread_id = ${from}
  `.execute(tx);
}

/** Whoever wrote these posts follows the thread. */
export async function followAuthors(
  tx: Tx,
  communityId: number,
  { threadId, postIds, at }: { threadId: number; postIds: number[]; at: Date },
): Promise<void> {
  await sql`
    insert into follow (community_id, member_id, subject_kind, subject_id, created_at)
    select distinct community_id, author_id, 'thread', ${threadId}::bigint, ${at}::timestamptz from post
    where community_id = ${communityId} and id = any(${postIds}::bigint[]) and author_id is not null
    on conflict do nothing
  `.execute(tx);
}

/** Takes away marks that a change brought to a thread, and brings those back that it took. */
export async function restoreMarks(
  tx: Tx,
  communityId: number,
  { threadId, brought, took }: { threadId: number; brought: Marks; took: Marks },
): Promise<void> {
  const json = (marks: Mark[]) => sql`(select (mark ->> 0)::bigint as member_id,
    (mark ->> 1)::timestamptz as at from jsonb_array_elements(${JSON.stringify(marks)}::jsonb) mark)`;
  await sql`
    delete from follow using ${json(brought.followers)} gone
    where follow.community_id = ${communityId} and follow.subject_kind = 'thread'
      and follow.subject_id = ${threadId} and follow.member_id = gone.member_id
  `.execute(tx);
  await sql`
    delete from same_here using ${json(brought.same_here)} gone
    where same_here.community_id = ${communityId} and same_here.thread_id = ${threadId}
      and same_here.member_id = gone.member_id
  `.execute(tx);
  await sql`
    insert into follow (community_id, member_id, subject_kind, subject_id, created_at)
    select m.community_id, m.id, 'thread', ${threadId}, back.at from ${json(took.followers)} back
    join member m on m.community_id = ${communityId} and m.id = back.member_id
    on conflict do nothing
  `.execute(tx);
  await sql`
    insert into same_here (community_id, thread_id, member_id, created_at)
    select m.community_id, ${threadId}, m.id, back.at from ${json(took.same_here)} back
    join member m on m.community_id = ${communityId} and m.id = back.member_id
    on conflict do nothing
  `.execute(tx);
}
