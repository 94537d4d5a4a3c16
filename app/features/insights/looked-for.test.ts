import { beforeEach, describe, expect, it } from "vitest";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { GUEST, type Actor, type Community, type Ctx } from "#app/lib/ctx.ts";
import {
  AppError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { answerCase } from "./cases/answer-case.server.ts";
import { assignCase } from "./cases/assign-case.server.ts";
import { reopenCase } from "./cases/reopen-case.server.ts";
import { solveCase } from "./cases/solve-case.server.ts";
import { COMES_BACK } from "./clusters/list-clusters.server.ts";
import { getCluster } from "./get-cluster.server.ts";
import { getLookedFor, type ListName } from "./get-looked-for.server.ts";
import { recordClick } from "./record-click.server.ts";
import { recordSearch, type SearchToKeep } from "./record-search.server.ts";
import { recordSolvedBefore } from "./record-solved.server.ts";

const { db } = await cloneDatabase();
let community: Community;
let other: Community;
let staff: TestMember;
let threadId: number;
const as = (actor: Actor, at = community): Ctx => makeCtx(db, at, actor);

beforeEach(async () => {
  community = await makeCommunity(db);
  other = await makeCommunity(db);
  staff = await makeMember(db, community, { role: "moderator", name: "Dana" });
  const started = await startThread(as(staff), {
    kind: "question",
    title: "How to read the meter",
    body: "How to read the meter",
    spaceSlug: "general",
  });
  threadId = started.threadId;
});

type Search = Partial<SearchToKeep> & { opened?: boolean; times?: number; daysAgo?: number };

async function search(query: string, more: Search = {}, at = community): Promise<void> {
  const { opened = false, times = 1, daysAgo = 0, ...given } = more;
  const ctx = { ...as(GUEST, at), now: new Date(Date.now() - daysAgo * 86_400_000) };
  for (let time = 0; time < times; time += 1) {
    const shown = given.total === 0 ? [] : [threadId];
    const token = await recordSearch(ctx, {
      query,
      source: "page",
      total: shown.length,
      shown,
      ...given,
    });
    if (opened) await recordClick(ctx, { token: token!, threadId });
  }
}

const list = (name: ListName, actor: Actor = staff, at = community) =>
  getLookedFor(as(actor, at), { days: 30, list: name, page: 1 });
const names = async (name: ListName) => (await list(name)).rows.map((row) => row.name);
const ref = (key: string) => ({ key, days: 30 as const });

describe("what people look for", () => {
  it("lists what found nothing and what nobody opened, clustered and counted", async () => {
    await search("esim transfer", { total: 0, times: 3 });
    await search("transfer esims", { total: 0 });
    await search("read meter", { times: 4 });
    await search("meter reading", { opened: true });
    await search("cancel contract", { opened: true, times: 2 });
    await recordSolvedBefore(as(GUEST), { threadId, query: "long question about bills" });
    const nothing = await list("nothing");
    expect(nothing.totals).toMatchObject({ searches: 12, nothing: 4, succeeded: 4, solved: 1 });
    expect(nothing.success).toBeCloseTo(4 / 12);
    expect(nothing.rows).toMatchObject([
      {
        key: "esim transfer",
        name: "esim transfer",
        counts: { searches: 4, nothing: 4, unopened: 0 },
        success: 0,
        state: "open",
        trend: null,
        queries: [{ query: "esim transfer", searches: 3 }, { query: "transfer esims" }],
      },
    ]);
    const unopened = await list("unopened");
    expect(unopened.rows.map((row) => [row.name, row.counts.unopened, row.success])).toEqual([
      ["read meter", 4, 1 / 5],
    ]);
    expect(unopened.lists.map(({ clusters }) => clusters)).toEqual([1, 1, 0, 0]);
  });

  it("counts only its own community and period, and programs’ searches only for what they found", async () => {
    await search("esim transfer", { total: 0 }, other);
    await search("old words here", { total: 0, daysAgo: 31 });
    await search("read meter", { source: "api", times: 3 });
    await search("api finds nothing", { source: "api", total: 0 });
    await search("new words", { total: 0, daysAgo: 20 });
    const page = await list("nothing");
    expect(page.rows.map((row) => [row.name, row.success, row.trend])).toEqual([
      ["api finds nothing", null, null],
      ["new words", 0, 0],
    ]);
    expect(page.totals).toMatchObject({ searches: 5, rated: 1 });
    expect(await names("unopened")).toEqual([]);
  });

  it("shows a query’s results at the time, and its weeks", async () => {
    await search("read meter", { times: 3, shown: [threadId, 9_999] });
    await search("read meter", { opened: true });
    const page = await getCluster(as(staff), ref("read meter"));
    expect(page.threads).toEqual([
      { threadId, shown: 4, opened: 1 },
      { threadId: 9_999, shown: 3, opened: 0 },
    ]);
    expect(page.weeks).toMatchObject([{ searches: 4, found: 4, succeeded: 1 }]);
    expect(page.staff).toEqual([{ id: staff.id, name: "Dana" }]);
    await expect(getCluster(as(staff), ref("nobody searched this"))).rejects.toThrow(NotFoundError);
  });
});

describe("doing something about it", () => {
  it("assigns, answers, marks as solved, and says the success rate before and after", async () => {
    await search("esim transfer", { total: 0, times: 4 });
    await search("esim transfers", { opened: true });
    await assignCase(as(staff), { ...ref("esim transfers"), memberId: staff.id });
    expect((await list("taken")).rows).toMatchObject([
      { state: "assigned", assignee: { name: "Dana" } },
    ]);
    await answerCase(as(staff), { ...ref("esim transfer"), threadId });
    expect((await list("taken")).rows).toMatchObject([{ state: "answered", threadId }]);
    await solveCase(as(staff), ref("esim transfer"));
    expect(await names("nothing")).toEqual([]);
    expect((await list("solved")).rows[0]!.solved).toMatchObject({
      before: { searches: 5, success: 1 / 5 },
      after: { searches: 0, success: null },
    });
    await search("transfer esim", { opened: true, times: 2 });
    await search("esim transfer", { total: 0 });
    await solveCase(as(staff), ref("esim transfer"));
    expect((await list("solved")).rows[0]!.solved).toMatchObject({
      before: { searches: 5, success: 1 / 5 },
      after: { searches: 3, success: 2 / 3, failed: 1 },
    });
    await reopenCase(as(staff), ref("esim transfer"));
    expect((await list("nothing")).rows).toMatchObject([
      { state: "assigned", solved: null, threadId: null },
    ]);
    await assignCase(as(staff), { ...ref("esim transfer"), memberId: null });
    expect((await list("nothing")).rows).toMatchObject([{ state: "open", assignee: null }]);
  });

  it("brings a solved query back when enough searches failed since, and half of all", async () => {
    await search("esim transfer", { total: 0 });
    await solveCase(as(staff), ref("esim transfer"));
    await search("esim transfer", { total: 0, times: COMES_BACK - 1 });
    expect(await names("solved")).toEqual(["esim transfer"]);
    await search("esim transfer", { total: 0 });
    expect(await names("solved")).toEqual([]);
    expect((await list("nothing")).rows).toMatchObject([{ state: "back" }]);
    expect((await list("taken")).rows).toMatchObject([{ state: "back" }]);
    await search("esim transfer", { opened: true, times: COMES_BACK + 1 });
    expect(await names("solved")).toEqual(["esim transfer"]);
  });

  it("makes one case of a cluster that several take up at once", async () => {
    const admin = await makeMember(db, community, { role: "admin" });
    const words = ["esim", "router", "contract", "voicemail", "decoder"];
    for (const word of words) {
      await search(`${word} transfer`, { total: 0, times: 2 });
      await search(`transfer ${word}s`, { total: 0 });
      await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          assignCase(as(at % 2 === 0 ? staff : admin), {
            ...ref(at % 3 === 0 ? `${word} transfer` : `transfer ${word}s`),
            memberId: staff.id,
          }),
        ),
      );
    }
    const held = await db
      .selectFrom("search_case as c")
      .leftJoin("search_case_query as q", (join) =>
        join.onRef("q.community_id", "=", "c.community_id").onRef("q.case_id", "=", "c.id"),
      )
      .select(["c.name", "q.query_key"])
      .where("c.community_id", "=", community.id)
      .orderBy("c.id")
      .orderBy("q.query_key")
      .execute();
    expect(held).toEqual(
      words.flatMap((word) =>
        [`${word} transfer`, `transfer ${word}s`].sort().map((key) => ({
          name: `${word} transfer`,
          query_key: key,
        })),
      ),
    );
  });

  it("assigns only to the community’s own staff", async () => {
    await search("esim transfer", { total: 0 });
    const stranger = await makeMember(db, other, { role: "admin" });
    const member = await makeMember(db, community, { role: "super_user" });
    for (const memberId of [stranger.id + 1_000_000, member.id, Number.NaN]) {
      await expect(assignCase(as(staff), { ...ref("esim transfer"), memberId })).rejects.toThrow(
        InvalidError,
      );
    }
    expect(await names("taken")).toEqual([]);
  });
});

describe("who may", () => {
  const ACTIONS: Record<string, (ctx: Ctx) => Promise<unknown>> = {
    page: (ctx) => getLookedFor(ctx, { days: 30, list: "nothing", page: 1 }),
    query: (ctx) => getCluster(ctx, ref("esim transfer")),
    assign: (ctx) => assignCase(ctx, { ...ref("esim transfer"), memberId: staff.id }),
    answer: (ctx) => answerCase(ctx, { ...ref("esim transfer"), threadId }),
    solve: (ctx) => solveCase(ctx, ref("esim transfer")),
    reopen: (ctx) => reopenCase(ctx, ref("esim transfer")),
  };
  const outcome = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "done",
      (error: unknown) => (error instanceof AppError ? error.name : String(error)),
    );

  it.each([
    ["guest", SignInNeededError.name],
    ["member", ForbiddenError.name],
    ["super_user", ForbiddenError.name],
    ["unverified", ForbiddenError.name],
    ["moderator", "done"],
    ["admin", "done"],
  ])("%s", async (role, expected) => {
    await search("esim transfer", { total: 0 });
    await search("esim transfer", { total: 0 }, other);
    const unverified = role === "unverified";
    const actor =
      role === "guest"
        ? GUEST
        : await makeMember(db, community, {
            role: unverified ? "moderator" : (role as "member"),
            verified: !unverified,
          });
    for (const [name, action] of Object.entries(ACTIONS)) {
      expect([name, await outcome(action(as(actor)))]).toEqual([name, expected]);
    }
    const touched = await db
      .selectFrom("search_case")
      .select("community_id")
      .where("community_id", "in", [community.id, other.id])
      .execute();
    expect(touched).toEqual(expected === "done" ? [{ community_id: community.id }] : []);
  });
});
