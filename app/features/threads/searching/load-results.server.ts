import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { withRow } from "../thread-rows.server.ts";
import { visibleThreads } from "../visible-to.server.ts";

/** As many of a thread's other answers as engines index. */
const OTHER_ANSWERS = 5;
/** How much of a post is looked through for the words. */
const READ = 8_000;

/** A post of a thread that was found. */
export type ResultPost = {
  id: number;
  thread_id: number;
  kind: "opening" | "answer" | "reply";
  text: string;
  /** Who wrote it; `null` when nobody here did. */
  who: string | null;
};

async function loadRows(ctx: Ctx, ids: number[]) {
  return withRow(visibleThreads(ctx))
    .where("thread.id", "in", ids)
    .where("thread.state", "=", "published")
    .where("thread.merged_into", "is", null)
    .select(["thread.created_at", "thread.opening_post_id", "line.works_count"])
    .execute();
}

/** The opening post, the accepted and the official answer and the most helpful other ones, if published. */
async function loadPosts(ctx: Ctx, ids: number[]): Promise<ResultPost[]> {
  const { rows } = await sql<ResultPost>`
    select p.id, p.thread_id, p.kind, left(p.text, ${READ}) as text,
      coalesce(author.name, p.source_author) as who
    from thread
    cross join lateral (
      select named.id from post named
      where named.community_id = thread.community_id
        and named.id in (thread.opening_post_id, thread.accepted_post_id, thread.official_post_id)
      union
      (select answer.id from post answer
        where answer.community_id = thread.community_id and answer.thread_id = thread.id
          and answer.kind = 'answer' and answer.state = 'published'
        order by answer.helpful_count desc, answer.id limit ${OTHER_ANSWERS})
    ) wanted
    join post p on p.community_id = thread.community_id and p.id = wanted.id
      and p.thread_id = thread.id and p.state = 'published'
    left join member author on author.community_id = p.community_id and author.id = p.author_id
    where thread.community_id = ${ctx.community.id} and thread.id = any(${ids}::bigint[])
    order by p.id
  `.execute(ctx.db);
  return rows;
}

export type ResultRow = Awaited<ReturnType<typeof loadRows>>[number];

/** What a page of results is made of, in the order of the ids: only what the actor may see. */
export async function loadResults(
  ctx: Ctx,
  ids: number[],
): Promise<{ row: ResultRow; posts: ResultPost[] }[]> {
  if (ids.length === 0) return [];
  const [rows, posts] = await Promise.all([loadRows(ctx, ids), loadPosts(ctx, ids)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ row, posts: posts.filter((post) => post.thread_id === id) }] : [];
  });
}
