import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { SimulatedYear } from "./simulate-year.ts";

/** Ids in a database by those of the simulation. */
export type StoredYear = { memberId: (simulated: number) => number };

/** The ids that the database gives next, so that rows can be written set-wise with known ids. */
async function nextId(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0)::float8 + 1 as id from ${sql.table(table)}
  `.execute(db);
  return rows[0]!.id;
}

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Writes a simulated year into a community: members, threads, posts, votes, accepts, sessions. */
export async function storeYear(
  db: Db,
  communityId: number,
  year: SimulatedYear,
): Promise<StoredYear> {
  const members = await nextId(db, "member");
  const posts = await nextId(db, "post");
  const threads = await nextId(db, "thread");
  const spaces = await nextId(db, "space");
  const { facts } = year;
  const rows = JSON.stringify({
    members: [...facts.joined].map(([id, joined]) => ({ id: members + id, at: at(joined) })),
    spaces: [...new Set(year.posts.map((post) => post.spaceId))].map((id) => ({ id: spaces + id })),
    posts: year.posts.map((post) => ({
      id: posts + post.id,
      thread: threads + post.threadId,
      author: members + post.author,
      kind: post.opening ? "opening" : "answer",
      space: spaces + post.spaceId,
      at: at(post.at),
    })),
    accepts: facts.accepts.map((accept) => ({
      thread: threads + accept.threadId,
      post: posts + accept.postId,
      at: at(year.posts[accept.postId - 1]!.at + 3_600_000),
    })),
    sessions: [...facts.networks].flatMap(([network, ids]) =>
      ids.map((id) => ({ member: members + id, network, hash: `${communityId} ${network} ${id}` })),
    ),
  });
  const list = (name: string, columns: string) =>
    sql`jsonb_to_recordset(${rows}::jsonb -> ${sql.lit(name)}) as r (${sql.raw(columns)})`;
  await sql`
    insert into member (community_id, id, handle, handle_key, name, created_at)
    overriding system value
    select ${communityId}, id, 'sim' || id, 'sim' || id, 'Sim ' || id, at
    from ${list("members", "id bigint, at timestamptz")}`.execute(db);
  await sql`
    insert into space (community_id, id, slug, name) overriding system value
    select ${communityId}, id, 'sim-' || id, 'Sim ' || id from ${list("spaces", "id bigint")}
  `.execute(db);
  const postColumns =
    "id bigint, thread bigint, author bigint, kind text, space bigint, at timestamptz";
  await sql`
    insert into thread (community_id, id, kind, space_id, author_id, title, slug, created_at)
    overriding system value
    select ${communityId}, thread, 'question', space, author, 'Question ' || thread, 'q', at
    from ${list("posts", postColumns)} where kind = 'opening'`.execute(db);
  await sql`
    insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text, created_at)
    overriding system value
    select ${communityId}, id, thread, kind, id, author, '{}', '', '', at
    from ${list("posts", postColumns)} order by id`.execute(db);
  await sql`
    update thread set accepted_post_id = r.post, accepted_at = r.at
    from ${list("accepts", "thread bigint, post bigint, at timestamptz")}
    where community_id = ${communityId} and id = r.thread`.execute(db);
  await sql`
    insert into member_session (id_hash, community_id, member_id, network, expires_at)
    select hash, ${communityId}, member, network, now() + interval '30 days'
    from ${list("sessions", "member bigint, network text, hash text")}`.execute(db);
  for (const table of ["member", "space", "thread", "post"]) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))
    `.execute(db);
  }
  await storeVotes(db, communityId, { year, members, posts });
  return { memberId: (simulated) => members + simulated };
}

async function storeVotes(
  db: Db,
  communityId: number,
  { year, members, posts }: { year: SimulatedYear; members: number; posts: number },
): Promise<void> {
  const votes = JSON.stringify(
    year.facts.votes.map((vote) => ({
      post: posts + vote.postId,
      member: members + vote.giver,
      at: at(vote.at),
    })),
  );
  await sql`
    insert into vote (community_id, post_id, member_id, created_at)
    select ${communityId}, post, member, at
    from jsonb_to_recordset(${votes}::jsonb) as r (post bigint, member bigint, at timestamptz)
  `.execute(db);
}
