import { beforeAll, expect, it } from "vitest";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { hideThread } from "#app/features/threads/hide-thread.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { GUEST, type Actor, type Community, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { CardsBusyError, drawCard, keptCard } from "./draw-card.server.ts";
import { loadCardPicture, loadThreadCard, threadCardImage } from "./thread-card.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db, { slug: "brand", name: "Brand & Co" });
let asker: TestMember;
let staff: TestMember;

const as = (actor: Actor, of: Community = community): Ctx => makeCtx(db, of, actor);
const start = async (
  title: string,
  spaceSlug = "general",
  kind: "question" | "idea" = "question",
) => (await startThread(as(staff), { kind, title, body: "x", spaceSlug })).threadId;
const wordsOf = async (threadId: number) => (await loadThreadCard(as(GUEST), threadId)).words;

beforeAll(async () => {
  asker = await makeMember(db, community);
  staff = await makeMember(db, community, { role: "moderator" });
});

it("says what became of a thread, in the community’s language", async () => {
  const threadId = await start("Why does\tit \u202eblink orange");
  expect(await wordsOf(threadId)).toEqual({
    title: "Why does it blink orange",
    state: "No answer yet",
    space: "general",
    brand: "Brand & Co",
  });
  const { postId } = await postAnswer(as(asker), { threadId, body: "Hold the button." });
  expect(await wordsOf(threadId)).toMatchObject({ state: "1 answer" });
  await postAnswer(as(asker), { threadId, body: "Or don’t." });
  expect(await wordsOf(threadId)).toMatchObject({ state: "2 answers" });
  const arabic = as(GUEST, { ...community, locale: "ar" });
  expect((await loadThreadCard(arabic, threadId)).words.state).toBe("إجابتان");
  expect(await loadCardPicture(arabic, await loadThreadCard(arabic, threadId))).toMatchObject({
    direction: "rtl",
  });
  await acceptAnswer(as(staff), { postId, replaces: null });
  expect(await wordsOf(threadId)).toMatchObject({ state: "Solved" });
  expect(await wordsOf(await start("Let it blink green", "general", "idea"))).toMatchObject({
    state: "New idea",
  });
});

it("has one address a state, the same from the page and from the rows", async () => {
  const threadId = await start("Which address has this picture");
  const addresses = new Set<string>();
  const check = async (of: Community = community) => {
    const page = await getThreadPage(as(GUEST, of), { threadId });
    const { path, alt } = threadCardImage(of, page.thread);
    const { hash } = await loadThreadCard(as(GUEST, of), threadId);
    expect(path).toBe(`/og/t/${threadId}-${hash}.png`);
    expect(alt).toContain("Which address has this picture · ");
    addresses.add(path);
  };
  await check();
  await check();
  expect(addresses.size).toBe(1);
  await postAnswer(as(asker), { threadId, body: "This one." });
  await check();
  await check({ ...community, themeHash: "another" });
  await check({ ...community, logoUrl: "/logo/another.svg" });
  await check({ ...community, name: "Another" });
  expect(addresses.size).toBe(5);
});

it("shows nobody what a guest may not read", async () => {
  const hidden = await start("This one will be hidden soon");
  await expect(loadThreadCard(as(GUEST), hidden)).resolves.toBeDefined();
  await hideThread(as(staff), { threadId: hidden, reason: "x" });
  const held = await start("This one waits for review");
  await db.updateTable("thread").set({ state: "held" }).where("id", "=", held).execute();
  const inside = await start("This one is for super users", "lounge");
  const other = await makeCommunity(db, { slug: "other" });
  const elsewhere = await start("This one is of another brand");
  for (const [of, id] of [
    [community, hidden],
    [community, held],
    [community, inside],
    [community, 999_999],
    [other, elsewhere],
  ] as const) {
    for (const actor of [GUEST, staff]) {
      await expect(loadThreadCard(as(actor, of), id)).rejects.toBeInstanceOf(NotFoundError);
    }
  }
});

it("draws beside the work of the process, each card once", async () => {
  const threadId = await start("Draw this picture once and for all");
  const card = await loadThreadCard(as(GUEST), threadId);
  expect(keptCard(card.hash)).toBeUndefined();
  let loads = 0;
  const load = () => {
    loads += 1;
    return loadCardPicture(as(GUEST), card);
  };
  let turns = 0;
  let drawing = true;
  const turn = () => {
    turns += 1;
    if (drawing) setImmediate(turn);
  };
  turn();
  const all = await Promise.all([1, 2, 3].map(() => drawCard(card.hash, load)));
  drawing = false;
  expect(loads).toBe(1);
  expect(Buffer.from(all[0]!).subarray(1, 4).toString()).toBe("PNG");
  expect(keptCard(card.hash)).toBe(all[0]);
  // Drawn here, it would hold up everything until it is done.
  expect(turns).toBeGreaterThan(50);
});

it("refuses more than can wait, and goes on after a card that fails", async () => {
  const card = await loadThreadCard(as(GUEST), await start("Draw many more than can wait"));
  const picture = await loadCardPicture(as(GUEST), card);
  const failing = drawCard("fails", () => Promise.reject(new Error("away")));
  const many = Array.from({ length: 25 }, (_, n) =>
    drawCard(`many-${n}`, () => Promise.resolve({ ...picture, title: `Number ${n}` })),
  );
  await expect(failing).rejects.toThrow("away");
  const settled = await Promise.allSettled(many);
  const refused = settled.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(6);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(CardsBusyError);
  await expect(drawCard("after", () => Promise.resolve(picture))).resolves.toBeDefined();
});
