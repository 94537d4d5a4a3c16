import { sql, type RawBuilder } from "kysely";
import type { Screened } from "#app/features/automod/screened.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff, type MemberRole } from "#app/lib/roles.ts";
import type { ContentState, PostKind } from "#db/schema-threads.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import { writtenOf } from "./screen-written.server.ts";

type Row = {
  id: number;
  thread_id: number;
  kind: PostKind;
  title: string;
  document: DocumentJson;
  state: ContentState;
  author_id: number | null;
  name: string | null;
  role: MemberRole | null;
  about: string | null;
  rank: number | null;
};

export type StoredScreened = {
  postId: number;
  threadId: number;
  authorId: number | null;
  /** Of the thread, for an opening post. */
  state: ContentState;
  screened: Screened;
};

/**
 * Stored posts as the checks see them, without what is known from before: `which` is a condition on
 * the post row `p`. Authors count by their role and whether they hold the first rank.
 */
export async function loadScreened(
  ctx: Pick<Ctx, "db" | "community">,
  which: RawBuilder<unknown>,
): Promise<StoredScreened[]> {
  const { rows } = await sql<Row>`
    select p.id, p.thread_id, p.kind, p.document, p.author_id,
      case when p.kind = 'opening' then t.title else '' end as title,
      case when p.kind = 'opening' then t.state else p.state end as state,
      m.name, m.role, m.rank, m.bio || ' ' || array_to_string(m.products, ' ') as about
    from post p
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
    left join member m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${ctx.community.id} and ${which}
    order by p.id
  `.execute(ctx.db);
  return rows.map((row) => ({
    postId: row.id,
    threadId: row.thread_id,
    authorId: row.author_id,
    state: row.state,
    screened: {
      ...writtenOf(row.kind, { title: row.title, document: row.document }),
      author: {
        name: row.name ?? "",
        about: row.about ?? "",
        newcomer: row.role === "member" && row.rank === 0,
        trusted: row.role === "super_user" || (row.role !== null && isStaff(row.role)),
      },
      languages: [ctx.community.locale],
      ownHosts: [new URL(ctx.community.baseUrl).hostname],
    },
  }));
}
