import { query } from "./database.ts";

/** Gives a thread answers as an import would, all at once; gives their ids, oldest first. */
export async function addAnswers(thread: string, count: number): Promise<number[]> {
  const threadId = Number(/\/t\/(\d+)/.exec(thread)?.[1]);
  const rows = await query<{ id: number }>(
    `with made as (
       insert into post (community_id, id, thread_id, kind, root_id, source_author, document, html,
         text, created_at)
       select t.community_id, made.id, t.id, 'answer', made.id, 'Imported person', $3,
         '<p>Answer number ' || made.n || '</p>', 'Answer number ' || made.n,
         t.created_at + made.n * interval '1 millisecond'
       from thread t, (select nextval(pg_get_serial_sequence('post', 'id')) as id, n
                       from generate_series(1, $2::int) n) made
       where t.id = $1 returning id, community_id)
     select id from made order by id`,
    [threadId, count, JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] })],
  );
  await query(
    `update thread set answer_count = answer_count + $2, reply_count = reply_count + $2
     where id = $1`,
    [threadId, count],
  );
  return rows.map(({ id }) => id);
}
