import { beforeEach, describe, expect, it } from "vitest";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { connect } from "#db/client.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { recordClick } from "./record-click.server.ts";
import { recordSearch, type SearchToKeep } from "./record-search.server.ts";
import { recordSolvedBefore } from "./record-solved.server.ts";

const { db } = await cloneDatabase();
let ctx: Ctx;
let other: Ctx;
let threads: number[];

beforeEach(async () => {
  ctx = makeCtx(db, await makeCommunity(db));
  other = makeCtx(db, await makeCommunity(db));
  const member = await makeMember(db, ctx.community);
  threads = [];
  for (const title of ["Why does the router blink", "Where is my parcel now"]) {
    const started = await startThread(
      { ...ctx, actor: member },
      { kind: "question", title, body: title, spaceSlug: "general" },
    );
    threads.push(started.threadId);
  }
});

const kept = (of = ctx) =>
  db
    .selectFrom("search_log")
    .selectAll()
    .where("community_id", "=", of.community.id)
    .orderBy("id")
    .execute();
const search = (query: string, more: Partial<SearchToKeep> = {}) =>
  recordSearch(ctx, { query, source: "page", total: 2, shown: threads, ...more });

describe("keeping searches", () => {
  it("keeps words without personal details, what was shown, and the hour only", async () => {
    const now = new Date("2026-11-23T14:37:12.345Z");
    const token = await recordSearch(
      { ...ctx, now },
      {
        query: "  Router  blinks,\n mail ann@example.com or +49 30 1234567 ",
        source: "box",
        total: 31,
        shown: [...threads, ...threads, ...Array.from({ length: 20 }, (_, at) => 9_000 + at)],
      },
    );
    const [row] = await kept();
    expect(row).toMatchObject({
      query: "Router blinks, mail … or …",
      query_key: "router blinks mail or",
      language: "en",
      source: "box",
      total: 31,
      clicked: [],
      solved: false,
      asked: false,
      hour: new Date("2026-11-23T14:00:00Z"),
    });
    expect(row!.shown).toHaveLength(10);
    expect(row!.shown.slice(0, 2)).toEqual(threads);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(token).toMatch(/^[\w-]{20,64}$/);
  });

  it("keeps nothing of nothing, nor where the community keeps none", async () => {
    for (const query of ["", "  ", "???", "ann@example.com", "+49 30 1234567", "\ud800"]) {
      expect(await search(query)).toBeNull();
    }
    await db
      .updateTable("community")
      .set({ search_log_days: 0 })
      .where("id", "=", ctx.community.id)
      .execute();
    expect(await search("router")).toBeNull();
    await recordSolvedBefore(ctx, { threadId: threads[0]!, query: "router" });
    expect(await kept()).toEqual([]);
  });

  it("never throws for what it is given", async () => {
    const odd = [
      search("word ".repeat(1_000)),
      search("a\u0000b"),
      search("word", { total: Number.NaN, shown: [Number.NaN, -1, 0.5, 2 ** 60] }),
      search("word", { total: -5, replaces: "not a token" }),
      search("word", { total: 1e30, replaces: "%".repeat(500) }),
      search("🦊 fox"),
    ];
    for (const token of await Promise.all(odd)) expect(token).not.toBeNull();
    const gone = connect("postgres://127.0.0.1:1/nowhere");
    const away = { ...ctx, db: gone.db };
    await expect(
      recordSearch(away, { query: "a b", source: "page", total: 0, shown: [] }),
    ).resolves.toBeNull();
    await gone.close();
  });

  it("replaces what was typed on within a minute and not opened", async () => {
    const first = await search("rou");
    const second = await search("router", { replaces: first });
    expect((await kept()).map((row) => row.query)).toEqual(["router"]);
    await recordClick(ctx, { token: second!, threadId: threads[0]! });
    const third = await search("router blinks", { replaces: second });
    expect((await kept()).map((row) => row.query)).toEqual(["router", "router blinks"]);
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 5 * 60_000) };
    await recordSearch(later, {
      query: "router reset",
      source: "page",
      total: 0,
      shown: [],
      replaces: third,
    });
    expect(await kept()).toHaveLength(3);
    await recordSearch(other, {
      query: "x y",
      source: "page",
      total: 0,
      shown: [],
      replaces: third,
    });
    expect(await kept()).toHaveLength(3);
  });
});

describe("keeping clicks", () => {
  it("counts a thread once a search, however often and however many at once", async () => {
    const token = (await search("router"))!;
    await Promise.all(
      Array.from({ length: 8 }, () => recordClick(ctx, { token, threadId: threads[1]! })),
    );
    await recordClick(ctx, { token, threadId: threads[0]! });
    expect((await kept())[0]!.clicked).toEqual([threads[1], threads[0]]);
  });

  it("changes nothing for tokens of others, threads that aren’t there and odd ids", async () => {
    const token = (await search("router"))!;
    const stranger = await makeMember(db, other.community);
    const theirs = await startThread(
      { ...other, actor: stranger },
      { kind: "question", title: "Their own thread", body: "Theirs", spaceSlug: "general" },
    );
    for (const threadId of [threads[0]!, theirs.threadId]) {
      await recordClick(other, { token, threadId });
    }
    await recordClick(ctx, { token, threadId: theirs.threadId });
    await recordClick(ctx, { token: `${token}x`, threadId: threads[0]! });
    for (const threadId of [0, -1, 1.5, Number.NaN, 2 ** 60, 123_456_789]) {
      await recordClick(ctx, { token, threadId });
    }
    expect((await kept())[0]!.clicked).toEqual([]);
  });
});

describe("this solved it", () => {
  it("stands on the latest search of these words in the ask form, else by itself", async () => {
    await search("router blinks", { source: "page" });
    await search("router blinks", { source: "ask" });
    await recordSolvedBefore(ctx, { threadId: threads[0]!, query: "Router blinks?" });
    expect((await kept()).map(({ source, solved, clicked }) => [source, solved, clicked])).toEqual([
      ["page", false, []],
      ["ask", true, [threads[0]]],
    ]);
    await recordSolvedBefore(ctx, { threadId: threads[1]!, query: "Router blinks" });
    const rows = await kept();
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({ source: "ask", solved: true, clicked: [threads[1]], total: 1 });
    expect(await kept(other)).toEqual([]);
  });
});
