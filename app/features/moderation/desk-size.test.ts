import { sql } from "kysely";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import type { Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { decide } from "./decide.server.ts";
import { getCase } from "./get-case.server.ts";
import { CASES_A_PAGE, countCases, listCases } from "./list-cases.server.ts";

const CASES = 5_000;
const THREADS = 2_000;
const POSTS_A_THREAD = 50;

const { db, pool } = await cloneDatabase();
let ctx: Ctx;

type Query = { text: string; values: unknown[] };
const sent: Query[] = [];
const watched = new WeakSet<pg.PoolClient>();
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

beforeAll(async () => {
  const community = await makeCommunity(db);
  const at = community.id;
  const staff = await makeMember(db, community, { role: "moderator" });
  const author = await makeMember(db, community);
  ctx = makeCtx(db, community, staff);
  await sql`
    insert into thread (community_id, kind, space_id, author_id, title, slug)
    select ${at}, 'discussion', ${community.spaces.general}, ${author.id}, 'Thread ' || n, 'thread-' || n
    from generate_series(1, ${THREADS}) n
  `.execute(db);
  await sql`
    insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text, created_at)
    select ${at}, row_number() over (), t.id, case when n = 1 then 'opening' else 'answer' end,
      row_number() over (), ${author.id}, '{}', '<p>Text</p>', 'Text', now() - n * interval '1 minute'
    from thread t cross join generate_series(1, ${POSTS_A_THREAD}) n where t.community_id = ${at}
  `.execute(db);
  await sql`
    update thread set opening_post_id = (select id from post p where p.community_id = thread.community_id
      and p.thread_id = thread.id and p.kind = 'opening') where community_id = ${at}
  `.execute(db);
  await sql`
    insert into moderation_case (community_id, queue, post_id, space_id, priority, due_at)
    select ${at}, (array['held', 'reported', 'personal_data'])[1 + n % 3], p.id,
      ${community.spaces.general}, n % 4,
      case when n % 5 > 0 then now() + (n - 2500) * interval '1 minute' end
    from (select id, row_number() over (order by id) as n from post
      where community_id = ${at} and kind = 'answer' and id % 7 = 0 limit ${CASES}) p
  `.execute(db);
  await sql`
    insert into report (community_id, reporter_id, post_id, case_id, kind, weight)
    select ${at}, ${staff.id}, post_id, id, 'rude', 1 from moderation_case where community_id = ${at}
  `.execute(db);
  await sql`vacuum analyze`.execute(db);
}, 180_000);

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Runs `work`, then explains what it read: how many queries, and which tables were read as a whole. */
async function seen(work: () => Promise<unknown>) {
  sent.length = 0;
  await work();
  const queries = sent.splice(0).filter(({ text }) => /^\s*(select|with)/i.test(text));
  const whole = new Set<string>();
  for (const { text, values } of queries.filter((query) => !/for no key update/.test(query.text))) {
    const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `explain (format json) ${text}`,
      values,
    );
    for (const node of nodes(rows[0]!["QUERY PLAN"][0].Plan)) {
      if (node["Node Type"] === "Seq Scan") whole.add(node["Relation Name"] ?? "");
    }
  }
  return {
    queries: queries.length,
    whole: [...whole].filter((name) => /^(post|report)$/.test(name)),
  };
}

it("a page of the desk is one query on indexes, every case once, urgent first", async () => {
  expect(await seen(() => listCases(ctx))).toEqual({ queries: 1, whole: [] });
  expect(await seen(() => listCases(ctx, { queue: "held" }))).toEqual({ queries: 1, whole: [] });
  const ids = new Set<number>();
  let last = 4;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(ctx, {}, cursor);
    for (const { id, priority } of page.rows) {
      expect(priority).toBeLessThanOrEqual(last);
      last = priority;
      ids.add(id);
    }
    expect(page.rows.length).toBeLessThanOrEqual(CASES_A_PAGE);
    cursor = page.next;
  } while (cursor);
  expect(ids.size).toBe(CASES);
});

it("counts and a case are few queries on indexes", async () => {
  const { rows } = await listCases(ctx);
  expect((await seen(() => countCases(ctx))).queries).toBe(1);
  expect(await seen(() => getCase(ctx, rows[0]!.id))).toEqual({ queries: 3, whole: [] });
});

it("deciding reads by indexes too", async () => {
  const { rows } = await listCases(ctx, { queue: "reported" });
  const { id: caseId, post_id: postId } = rows[0]!;
  const subject = { kind: "post", id: postId! } as const;
  const work = () => decide(ctx, { verb: "approve", subject, caseId });
  expect((await seen(work)).whole).toEqual([]);
});
