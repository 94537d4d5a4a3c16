import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { acceptAnswer } from "../../accept-answer.server.ts";
import { deleteThread } from "../../delete-thread.server.ts";
import { hideThread } from "../../hide-thread.server.ts";
import { hidePost } from "../../hide-post.server.ts";
import { postAnswer } from "../../post-answer.server.ts";
import { sameHere } from "../../same-here.server.ts";
import { startThread } from "../../start-thread.server.ts";
import { recordChosen } from "./record-chosen.server.ts";
import { suggestThreads } from "./suggest-threads.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const as = (actor: TestMember | typeof GUEST, where = community): Ctx => makeCtx(db, where, actor);
const suggest = (actor: TestMember | typeof GUEST, query: string) =>
  suggestThreads(as(actor), { query });
const titles = ({ threads }: Awaited<ReturnType<typeof suggestThreads>>) =>
  threads.map(({ titleParts }) => titleParts.map(({ text }) => text).join("")).toSorted();

let asker: TestMember;
let superUser: TestMember;
let staff: TestMember;
let solved: number;
let open: number;
let inLounge: number;
let hidden: number;
let foreign: number;

async function ask(title: string, spaceSlug = "general", ctx = as(asker)): Promise<number> {
  const body = `Please help: ${title}.`;
  return (await startThread(ctx, { kind: "question", title, body, spaceSlug })).threadId;
}

beforeAll(async () => {
  asker = await makeMember(db, community);
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "admin", name: "Marta of the team" });
  solved = await ask("The zebra router loses its line");
  const { postId } = await postAnswer(as(staff), {
    threadId: solved,
    body: "Feed the zebra.\n\nThen wait.",
  });
  await acceptAnswer(as(asker), { postId, replaces: null });
  await sameHere(as(superUser), { threadId: solved, on: true });
  open = await ask("Where do zebras sleep?");
  inLounge = await ask("A zebra in the lounge", "lounge", as(superUser));
  hidden = await ask("A hidden zebra canary");
  const held = await ask("A held zebra canary");
  const deleted = await ask("A deleted zebra canary");
  foreign = await ask("The other brand's zebra", "general", as(await makeMember(db, other), other));
  await rebuildIndex(db, community);
  await rebuildIndex(db, other);
  // After the index was built: it still has them.
  await hideThread(as(staff), { threadId: hidden, reason: "canary" });
  await deleteThread(as(staff), { threadId: deleted, reason: "canary" });
  await db
    .updateTable("thread")
    .set({ state: "held" })
    .where("community_id", "=", community.id)
    .where("id", "=", held)
    .execute();
});

describe("suggested threads", () => {
  it("come with their answer in one line and the typed words marked", async () => {
    const { threads, total } = await suggest(GUEST, "  zebr lin ");
    expect(total).toBe(threads.length);
    expect(threads[0]).toEqual({
      id: solved,
      href: `/t/${solved}/the-zebra-router-loses-its-line`,
      titleParts: expect.any(Array) as unknown,
      line: { who: "Marta of the team", text: "Feed the zebra. Then wait." },
      state: "solved",
      kind: "question",
      sameHere: 1,
    });
    const hits = threads[0]!.titleParts.filter(({ hit }) => hit).map(({ text }) => text);
    expect(hits).toEqual(["zebra", "line"]);
    const [unanswered] = (await suggest(GUEST, "zebras sl")).threads;
    expect(unanswered).toMatchObject({ id: open, line: null, state: "no_answer", sameHere: 0 });
  });

  it("are only those that the reader may see, whatever the index says", async () => {
    const everybody = ["The zebra router loses its line", "Where do zebras sleep?"];
    expect(titles(await suggest(GUEST, "zebra"))).toEqual(everybody);
    // Not even to whoever wrote a held or hidden one: it is no answer.
    expect(titles(await suggest(asker, "zebra"))).toEqual(everybody);
    const more = ["A zebra in the lounge", ...everybody];
    expect(titles(await suggest(superUser, "zebra"))).toEqual(more);
    expect(titles(await suggest(staff, "zebra"))).toEqual(more);
  });

  it("show no line of an answer that was hidden", async () => {
    const threadId = await ask("A giraffe question");
    const { postId } = await postAnswer(as(superUser), {
      threadId,
      body: "Canary of the giraffe.",
    });
    await acceptAnswer(as(asker), { postId, replaces: null });
    await rebuildIndex(db, community);
    expect((await suggest(GUEST, "giraffe")).threads[0]!.line).not.toBeNull();
    await hidePost(as(staff), { postId, reason: "canary" });
    expect(JSON.stringify(await suggest(GUEST, "giraffe"))).not.toContain("Canary");
  });

  it("wait for enough to be typed, and take whatever is", async () => {
    for (const query of ["", " ", "z", "\u0000z"]) {
      expect(await suggest(GUEST, query)).toEqual({ threads: [], total: 0 });
    }
    for (const query of ["'\"-", "\ud800x", "a".repeat(5_000), "tag: is: -", "%_\\"]) {
      expect((await suggest(GUEST, query)).threads.length).toBeLessThanOrEqual(8);
    }
  });
});

describe("a chosen suggestion", () => {
  const kept = async () => {
    const rows = await db
      .selectFrom("search_log")
      .select(["query", "source", "total", "shown", "clicked"])
      .where("community_id", "=", community.id)
      .execute();
    await db.deleteFrom("search_log").where("community_id", "=", community.id).execute();
    return rows;
  };
  const choose = (threadId: number, shown: number[], query = "zebra") =>
    recordChosen(as(GUEST), { query, threadId, shown });

  it("is kept as a search with its click", async () => {
    await choose(solved, [solved, open]);
    expect(await kept()).toEqual([
      { query: "zebra", source: "box", total: 2, shown: [solved, open], clicked: [solved] },
    ]);
  });

  it("counts what the reader may see, and nothing for what they may not", async () => {
    await choose(open, [hidden, inLounge, foreign, open, Number.NaN, -1, 0.5, open]);
    expect(await kept()).toMatchObject([{ total: 1, shown: [open], clicked: [open] }]);
    for (const id of [hidden, inLounge, foreign, Number.NaN, 0, -3, 2 ** 60]) {
      await choose(id, [id, open]);
    }
    await choose(open, [open], "z");
    expect(await kept()).toEqual([]);
  });
});
