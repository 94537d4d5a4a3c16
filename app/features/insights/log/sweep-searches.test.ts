import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { assignCase } from "../cases/assign-case.server.ts";
import { solveCase } from "../cases/solve-case.server.ts";
import { getCluster } from "../get-cluster.server.ts";
import { recordSearch } from "../record-search.server.ts";
import { noteAsked } from "./note-asked.server.ts";
import { setLogDays } from "./set-log-days.server.ts";
import { sweepSearches } from "./sweep-searches.server.ts";

const { db } = await cloneDatabase();
const DAY = 86_400_000;
let community: Community;
let staff: Ctx;

beforeEach(async () => {
  community = await makeCommunity(db);
  staff = makeCtx(db, community, await makeMember(db, community, { role: "admin" }));
});

const searched = async (query: string, daysAgo: number, more: { total?: number } = {}) => {
  const now = new Date(Date.now() - daysAgo * DAY);
  const { total = 0 } = more;
  await recordSearch({ ...staff, now }, { query, source: "page", total, shown: [] });
};
const keys = async (): Promise<string[]> => {
  const rows = await db
    .selectFrom("search_log")
    .select("query_key")
    .where("community_id", "=", community.id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.query_key);
};
const weeks = () =>
  db
    .selectFrom("search_week")
    .select(["searches", "found", "succeeded"])
    .select(sql<string>`week::text`.as("week"))
    .where("community_id", "=", community.id)
    .orderBy("week")
    .execute();
const sweep = (days = 90) => sweepSearches(db, { id: community.id, days });

describe("forgetting searches", () => {
  it("forgets what is old, and keeps numbers of what was searched at least three times", async () => {
    await searched("rare personal words", 100);
    await searched("rare personal words", 95);
    for (const daysAgo of [107, 100, 91, 5]) await searched("router blinks", daysAgo, { total: 2 });
    await sweep();
    expect(await keys()).toEqual(["router blinks"]);
    const counted = await weeks();
    expect(counted.map(({ searches }) => searches).reduce((a, b) => a + b)).toBe(3);
    expect(counted.every(({ week }) => new Date(`${week}T00:00Z`).getUTCDay() === 1)).toBe(true);
    const texts = JSON.stringify(await db.selectFrom("search_week").selectAll().execute());
    expect(texts).not.toContain("router");
    const page = await getCluster(staff, { key: "router blinks", days: 90 });
    expect(page.weeks.map((week) => week.searches).reduce((a, b) => a + b)).toBe(4);
  });

  it("counts on with a query that was counted before, and every search once", async () => {
    for (const daysAgo of [100, 99, 98]) await searched("router blinks", daysAgo);
    await Promise.all([sweep(), sweep(), sweep()]);
    await searched("router blinks", 97);
    await sweep();
    const all = (await weeks()).map((week) => week.searches);
    expect(all.reduce((a, b) => a + b)).toBe(4);
  });

  it("touches no other community", async () => {
    const other = await makeCommunity(db);
    await recordSearch(
      { ...makeCtx(db, other), now: new Date(Date.now() - 200 * DAY) },
      { query: "their words", source: "page", total: 0, shown: [] },
    );
    await searched("our words", 200);
    await sweep();
    const left = await db
      .selectFrom("search_log")
      .select("community_id")
      .where("community_id", "in", [community.id, other.id])
      .execute();
    expect(left).toEqual([{ community_id: other.id }]);
  });

  it("forgets at once what a shorter time or none at all asks for", async () => {
    for (const daysAgo of [20, 19, 18, 1]) await searched("router blinks", daysAgo);
    await setLogDays(db, community.id, 7);
    expect(await keys()).toHaveLength(1);
    expect(await weeks()).not.toEqual([]);
    await setLogDays(db, community.id, 0);
    expect(await keys()).toEqual([]);
    expect(await weeks()).toEqual([]);
    await searched("router blinks", 0);
    expect(await keys()).toEqual([]);
  });

  it("forgets more than one statement takes, where statistics know of none", async () => {
    const search = () =>
      sql`
        insert into search_log
          (community_id, token_hash, query, query_key, language, source, total, shown, hour)
        select ${community.id}, 'h' || n, 'word ' || n, 'word ' || n, 'en', 'page', 0, '{}',
          date_trunc('hour', now() - interval '200 days', 'UTC')
        from generate_series(1, 41000) n
      `.execute(db);
    await search();
    await sql`delete from search_log`.execute(db);
    await sql`analyze search_log`.execute(db);
    await search();
    await sweep();
    expect(await keys()).toEqual([]);
  });

  it("keeps what staff solved by its name, without the rare queries in it", async () => {
    await searched("router blinks", 80);
    await searched("blinks router", 80);
    await searched("router blinks", 80);
    await searched("esim transfer", 80);
    await solveCase(staff, { key: "router blinks", days: 90 });
    await assignCase(staff, { key: "esim transfer", days: 90, memberId: staff.actor.id });
    await assignCase(staff, { key: "esim transfer", days: 90, memberId: null });
    await sweep(30);
    const held = await db
      .selectFrom("search_case_query as q")
      .innerJoin("search_case as c", (join) =>
        join.onRef("c.community_id", "=", "q.community_id").onRef("c.id", "=", "q.case_id"),
      )
      .select(["c.name", "q.query_key", "c.before_searches"])
      .where("q.community_id", "=", community.id)
      .execute();
    expect(held).toEqual([
      { name: "router blinks", query_key: "router blinks", before_searches: 3 },
    ]);
  });
});

describe("asked anyway", () => {
  it("marks the latest search of a started thread’s words, once", async () => {
    await searched("Why does my router blink", 3);
    await searched("why does my router blink?", 0);
    await searched("something else", 0);
    const { threadId } = await startThread(staff, {
      kind: "question",
      title: "Why does my router blink?",
      body: "It blinks",
      spaceSlug: "general",
    });
    const event = {
      id: "1",
      communityId: community.id,
      type: "thread.started" as const,
      payload: { threadId },
      actorId: null,
      createdAt: new Date(),
    };
    await noteAsked(staff, event);
    await noteAsked(staff, event);
    const rows = await db
      .selectFrom("search_log")
      .select("asked")
      .where("community_id", "=", community.id)
      .orderBy("id")
      .execute();
    expect(rows.map(({ asked }) => asked)).toEqual([false, true, false]);
  });
});
