import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { ConflictError, type InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { hideThread } from "../../hide-thread.server.ts";
import { startThread } from "../../start-thread.server.ts";
import { findThreads } from "../search-threads.server.ts";
import { arrangePin } from "./arrange-pin.server.ts";
import { getPinsPage } from "./get-pins-page.server.ts";
import { pinThread } from "./pin-thread.server.ts";
import { tryQuery } from "./try-query.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const ids: Record<string, number> = {};
let staff: TestMember;
let expert: TestMember;
const as = (actor: Actor): Ctx => makeCtx(db, community, actor);

const found = async (query: string, actor: Actor = GUEST, more = {}): Promise<number[]> =>
  (await findThreads(as(actor), { query, ...more })).hits.map(({ thread }) => thread.id);
const pin = (query: string, thread: string | number) =>
  pinThread(as(staff), { query, thread: String(thread) });
const arrange = (verb: "up" | "down" | "remove", thread: number, key = "factory reset") =>
  arrangePin(as(staff), { key, thread, verb });

beforeAll(async () => {
  staff = await makeMember(db, community, { role: "moderator" });
  expert = await makeMember(db, community, { role: "super_user" });
  const ask = async (name: string, title: string, spaceSlug = "general", ctx = as(expert)) => {
    const body = "Nothing else is said of it.";
    const { threadId } = await startThread(ctx, { kind: "question", title, body, spaceSlug });
    ids[name] = threadId;
  };
  await ask("reset", "Factory reset of the hub");
  await ask("bill", "How to read a bill");
  await ask("move", "Moving to a new flat");
  await ask("lounge", "Only for super users", "lounge");
  await ask("hidden", "Hidden after it was pinned");
  const stranger = await makeMember(db, other);
  await ask("foreign", "Of the other brand", "general", makeCtx(db, other, stranger));
  await rebuildIndex(db, community);
});

beforeEach(async () => {
  await db.deleteFrom("search_pin").execute();
});

describe("pinned threads", () => {
  it("come first, in their order, however the query is written", async () => {
    expect(await found("factory reset")).toEqual([ids.reset]);
    await pin("Factory  Réset", ids.bill!);
    await pin("factory-reset", `${community.baseUrl}/t/${ids.move}/moving`);
    const order = [ids.bill, ids.move, ids.reset];
    for (const query of ["factory reset", "FACTORY RESET", "factory-reset", '"factory reset"']) {
      expect(await found(query)).toEqual(order);
    }
    expect(await found("factroy reset")).toEqual(order);
    expect(await found("factory")).toEqual([ids.reset]);
    expect(await found("factory reset -hub")).toEqual([]);
    expect(await found("factory reset", GUEST, { filters: { kind: ["idea"] } })).toEqual([]);
    expect(await found("factory reset", GUEST, { sort: "new" })).toEqual([ids.reset]);
    const tried = await tryQuery(as(staff), "factory reset");
    expect(tried.hits.map(({ pinned }) => pinned)).toEqual([true, true, false]);
  });

  it("are put in another order and taken away", async () => {
    for (const name of ["bill", "move", "reset"]) await pin("factory reset", ids[name]!);
    await arrange("up", ids.reset!);
    expect(await found("factory reset")).toEqual([ids.bill, ids.reset, ids.move]);
    await arrange("down", ids.bill!);
    expect(await found("factory reset")).toEqual([ids.reset, ids.bill, ids.move]);
    await arrange("up", ids.reset!);
    await arrange("remove", ids.bill!);
    await arrange("remove", ids.bill!);
    expect(await found("factory reset")).toEqual([ids.reset, ids.move]);
    await expect(arrange("up", ids.bill!)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("are shown to nobody who may not see them, and say so to staff", async () => {
    await pin("factory reset", ids.hidden!);
    await pin("factory reset", ids.lounge!);
    await pin("factory reset", ids.bill!);
    await hideThread(as(staff), { threadId: ids.hidden!, reason: "canary" });
    expect(await found("factory reset")).toEqual([ids.bill, ids.reset]);
    expect(await found("factory reset", expert)).toEqual([ids.lounge, ids.bill, ids.reset]);
    const [query] = await getPinsPage(as(staff));
    expect(query!.pins.map(({ threadId, reach }) => [threadId, reach])).toEqual([
      [ids.hidden, "nobody"],
      [ids.lounge, "some"],
      [ids.bill, "everybody"],
    ]);
    expect(query!.pins[0]!.change.by).toBe(staff.name);
  });

  it("are threads of the community", async () => {
    const problem = (query: string, thread: string | number) =>
      pin(query, thread).then(
        () => null,
        (error: InvalidError) => Object.values(error.fields)[0]!.key,
      );
    expect(await problem("factory reset", ids.foreign!)).toBe("words.noSuchThread");
    expect(await problem("factory reset", 999_999_999)).toBe("words.noSuchThread");
    expect(await problem("factory reset", "https://evil.example/t/1/x")).toBe("words.notAThread");
    expect(await problem("factory reset", "'; drop")).toBe("words.notAThread");
    expect(await problem("…", ids.bill!)).toBe("words.nothingToFind");
    expect(await problem("factory reset", `#${ids.bill}`)).toBeNull();
    expect(await problem("Factory-Reset", `/t/${ids.bill}`)).toBe("words.pinnedAlready");
    expect(await getPinsPage(makeCtx(db, other, { ...staff }))).toEqual([]);
  });

  it("are so many a query at most", async () => {
    const rows = Array.from({ length: WORD_LIMITS.pinsPerQuery }, (_, at) => ({
      community_id: community.id,
      kind: "question" as const,
      space_id: community.spaces.general,
      author_id: expert.id,
      title: `Filler ${at}`,
      slug: `filler-${at}`,
    }));
    const fillers = await db.insertInto("thread").values(rows).returning("id").execute();
    for (const { id } of fillers) await pin("factory reset", id);
    await expect(pin("factory reset", ids.bill!)).rejects.toBeInstanceOf(ConflictError);
    await pin("another query", ids.bill!);
    expect(await getPinsPage(as(staff))).toHaveLength(2);
  });
});
