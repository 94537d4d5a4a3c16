import { sql } from "kysely";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getHome } from "./get-home.server.ts";
import { getProfile } from "./get-profile.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { listThreads } from "./list-threads.server.ts";
import { recomputeCounters } from "./recompute-counters.server.ts";
import { searchThreads } from "./searching/search-threads.server.ts";

const THREADS = 10_000;
const POSTS_A_THREAD = 10;
const NEW_THREADS = 500;

const { db, pool } = await cloneDatabase();
const community = await makeCommunity(db);
/** Filled after the statistics were taken, as every community is at first. */
const newcomer = await makeCommunity(db);
let viewer: TestMember;
let handle: string;

type Query = { text: string; values: unknown[] };
const sent: Query[] = [];
const watched = new WeakSet<pg.PoolClient>();

// Every statement of the pool's connections, as it goes to the server.
pool.on("acquire", (client) => {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query: (...args: unknown[]) => {
      const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[]?];
      if (typeof first === "string") sent.push({ text: first, values: second ?? [] });
      else sent.push({ text: first.text, values: first.values ?? second ?? [] });
      return query(...args);
    },
  });
});

async function fill(target: typeof community, threads: number): Promise<void> {
  const { id } = target;
  await sql`insert into tag (community_id, slug, name)
    select ${id}::int, 'tag-' || n, 'Tag ' || n from generate_series(1, 50) n`.execute(db);
  await sql`insert into member (community_id, handle, handle_key, name)
    select ${id}::int, 'bulk' || n, 'bulk' || n, 'Bulk ' || n from generate_series(1, 1000) n`.execute(
    db,
  );
  await sql`with m as (select array_agg(id) as ids from member where community_id = ${id})
    insert into thread (community_id, kind, space_id, author_id, title, slug, created_at, last_activity_at)
    select ${id}::int, 'question', ${target.spaces.general}::bigint, m.ids[1 + n % 1000],
      'Bulk question number ' || n, 'bulk-question-number-' || n,
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, ${threads}::int) n, m`.execute(db);
  await sql`insert into thread_tag (community_id, thread_id, tag_id)
    select t.community_id, t.id, g.id from thread t join tag g on g.community_id = t.community_id
      and g.id % 50 in (t.id % 50, t.id * 7 % 50)
    where t.community_id = ${id}`.execute(db);
  await sql`with m as (select array_agg(id) as ids from member where community_id = ${id})
    insert into post (community_id, id, thread_id, kind, parent_id, root_id, author_id, document, html, text, created_at)
    select t.community_id, (t.id * 100) + n, t.id,
      case when n = 0 then 'opening' when n % 3 = 0 then 'reply' else 'answer' end,
      case when n > 0 and n % 3 = 0 then t.id * 100 + n - 1 end,
      case when n > 0 and n % 3 = 0 then t.id * 100 + n - 1 else t.id * 100 + n end,
      m.ids[1 + (t.id * 13 + n) % 1000], '{"type":"doc","content":[{"type":"paragraph"}]}',
      repeat('<p>Some words of an answer.</p>', 10), 'Some words', t.created_at + n * interval '1 second'
    from thread t, generate_series(0, ${POSTS_A_THREAD - 1}::int) n, m where t.community_id = ${id}`.execute(
    db,
  );
  await sql`update thread set opening_post_id = id * 100,
    accepted_post_id = case when id % 2 = 0 then id * 100 + 1 end where community_id = ${id}`.execute(
    db,
  );
  await sql`with m as (select array_agg(id) as ids from member where community_id = ${id})
    insert into vote (community_id, post_id, member_id)
    select p.community_id, p.id, m.ids[1 + (p.id * 17 + n) % 1000] from post p, generate_series(1, 2) n, m
    where p.community_id = ${id} and p.id % 3 = 0 on conflict do nothing`.execute(db);
  await sql`with m as (select array_agg(id) as ids from member where community_id = ${id})
    insert into same_here (community_id, thread_id, member_id)
    select t.community_id, t.id, m.ids[1 + (t.id * 29 + n) % 1000] from thread t, generate_series(1, 5) n, m
    where t.community_id = ${id}`.execute(db);
  await db.transaction().execute((tx) => recomputeCounters(tx, id));
}

beforeAll(async () => {
  await fill(community, THREADS);
  await sql`vacuum analyze`.execute(db);
  await fill(newcomer, NEW_THREADS);
  viewer = await makeMember(db, community);
  handle = "bulk7";
}, 120_000);

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Plan[];
};

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** Runs `work`, then explains every statement it sent: whole-table scans, and pages touched. */
async function explain(work: () => Promise<unknown>) {
  sent.length = 0;
  await work();
  const queries = sent.splice(0);
  const scans: string[] = [];
  let blocks = 0;
  for (const { text, values } of queries) {
    const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    const root = rows[0]!["QUERY PLAN"][0].Plan;
    blocks += (root["Shared Hit Blocks"] ?? 0) + (root["Shared Read Blocks"] ?? 0);
    for (const node of nodes(root)) {
      if (/^(thread|post|vote|same_here|thread_tag)$/.test(node["Relation Name"] ?? "")) {
        if (node["Node Type"] === "Seq Scan") scans.push(`${node["Relation Name"]}: ${text}`);
      }
    }
  }
  sent.length = 0;
  return { queries: queries.length, scans, blocks };
}

const look = (actor: Actor = GUEST): Ctx => makeCtx(db, community, actor);

async function someThread(): Promise<number> {
  const row = await db
    .selectFrom("thread")
    .select("id")
    .where("title", "=", "Bulk question number 5000")
    .executeTakeFirstOrThrow();
  return row.id;
}

it("has 100,000 posts", async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from post where community_id = ${community.id}`.execute(db);
  expect(rows[0]!.n).toBe(THREADS * POSTS_A_THREAD);
});

it.each(["guest", "member"] as const)(
  "a thread page of a %s is two queries, all on indexes",
  async (who) => {
    const threadId = await someThread();
    const actor = who === "guest" ? GUEST : viewer;
    for (const input of [{}, { sort: "helpful" as const }, { postId: threadId * 100 + 5 }]) {
      const seen = await explain(() => getThreadPage(look(actor), { threadId, ...input }));
      expect(seen.queries).toBe(2);
      expect(seen.scans).toEqual([]);
      expect(seen.blocks).toBeLessThan(1_000);
    }
  },
);

it.each([
  ["latest", { list: "latest" }],
  ["latest of a space", { list: "latest", spaceSlug: "general" }],
  ["latest of a kind", { list: "latest", kind: "question" }],
  ["latest of a tag", { list: "latest", tagSlug: "tag-7" }],
  ["needs an answer", { list: "needs_answer" }],
  ["solved", { list: "solved" }],
  ["top", { list: "top" }],
  ["of a member", { list: "latest", authorHandle: "bulk7" }],
] as const)(
  "the list %s is at most two queries, all on indexes, on both pages",
  async (_, input) => {
    const first = await listThreads(look(), input);
    for (const cursor of [null, first.next]) {
      const seen = await explain(() => listThreads(look(), { ...input, cursor }));
      expect(seen.queries).toBeLessThanOrEqual(2);
      expect(seen.scans).toEqual([]);
      expect(seen.blocks).toBeLessThan(2_000);
    }
  },
);

it("a community that the statistics don’t know yet is as quick", async () => {
  const ctx = makeCtx(db, newcomer);
  const { threads } = await listThreads(ctx, { list: "latest" });
  const threadId = threads[0]!.id;
  const pages = [
    () => listThreads(ctx, { list: "latest" }),
    () => listThreads(ctx, { list: "solved" }),
    () => listThreads(ctx, { list: "latest", tagSlug: "tag-7" }),
    () => getThreadPage(ctx, { threadId }),
    () => getProfile(ctx, { handle }),
    () => getHome(ctx, { list: null, cursor: null }),
  ];
  for (const page of pages) expect((await explain(page)).blocks).toBeLessThan(2_000);
});

it("profile and search are on indexes", async () => {
  const profile = await explain(() => getProfile(look(), { handle }));
  expect(profile).toMatchObject({ queries: 2, scans: [] });
  const search = await explain(() => searchThreads(look(), "bulk 5000"));
  expect(search).toMatchObject({ queries: 5, scans: [] });
});
