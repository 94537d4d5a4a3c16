import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import type { Role } from "#app/lib/roles.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, makeSpace } from "#db/testing/make.ts";
import { indexThreads } from "#search/index-threads.server.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { suggestPlace } from "../asking/suggest-place.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";
import { suggestThreads } from "./box/suggest-threads.server.ts";
import { findSimilar } from "./find-similar.server.ts";
import { getSearchPage } from "./get-search-page.server.ts";
import { searchForApi } from "./search-api.server.ts";
import { searchParams, similarParams } from "./search-filters.ts";
import { searchThreads } from "./search-threads.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const as = (actor: Actor): Ctx => makeCtx(db, community, actor);

/** Words that nobody mistypes for each other; the last five stand in one thread each. */
const COMMON = "quokka";
const NAMES = ["barnacle", "tangerine", "windowsill", "earthquake", "mushroom", "locomotive"];
const THREADS = 18;
const RANK: Record<Role, number> = { guest: 0, member: 1, super_user: 2, moderator: 3, admin: 4 };

/** Always the same "random" numbers from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const actors: { name: string; ctx: Ctx }[] = [];
const threads: { id: number; word: string }[] = [];
const wordOf = (index: number) => `${NAMES[index % NAMES.length]!}${"xyz"[Math.floor(index / 6)]!}`;

beforeAll(async () => {
  const author = await makeMember(db, community);
  const staff = await makeMember(db, community, { role: "admin" });
  await makeSpace(db, community.id, { slug: "team", readRole: "moderator", postRole: "moderator" });
  actors.push(
    { name: "guest", ctx: as(GUEST) },
    { name: "author", ctx: as(author) },
    { name: "member", ctx: as(await makeMember(db, community)) },
    { name: "super user", ctx: as(await makeMember(db, community, { role: "super_user" })) },
    { name: "moderator", ctx: as(await makeMember(db, community, { role: "moderator" })) },
    { name: "admin", ctx: as(staff) },
  );
  const spaces = ["general", "general", "lounge", "team"];
  const words = Array.from({ length: THREADS }, (_, index) => wordOf(index));
  await db
    .insertInto("tag")
    .values(words.map((slug) => ({ community_id: community.id, slug, name: slug })))
    .execute();
  for (let index = 0; index < THREADS; index += 1) {
    const word = wordOf(index);
    const spaceSlug = spaces[index % spaces.length]!;
    const { threadId } = await startThread(as(spaceSlug === "general" ? author : staff), {
      kind: "question",
      title: `The ${COMMON} question of ${word}`,
      body: `What a ${COMMON} does with a ${word} at night.`,
      spaceSlug,
      tags: [word],
    });
    await postAnswer(as(staff), { threadId, body: `It eats the ${word} whole.` });
    threads.push({ id: threadId, word });
  }
  const stranger = await makeMember(db, other);
  const foreign = { kind: "question", title: `A ${COMMON} elsewhere`, body: "Not ours" } as const;
  await startThread(makeCtx(db, other, stranger), { ...foreign, spaceSlug: "general" });
  await rebuildIndex(db, community);
  await rebuildIndex(db, other);
});

/** What an actor may find, worked out from the rows alone. */
async function visibleTo({ actor }: Ctx): Promise<Set<number>> {
  const rows = await db
    .selectFrom("thread")
    .innerJoin("space", (join) =>
      join
        .onRef("space.id", "=", "thread.space_id")
        .onRef("space.community_id", "=", "thread.community_id"),
    )
    .select(["thread.id", "thread.state", "space.read_role"])
    .where("thread.community_id", "=", community.id)
    .execute();
  const seen = rows.filter(
    (row) => row.state === "published" && RANK[row.read_role] <= RANK[actor.role],
  );
  return new Set(seen.map(({ id }) => id));
}

const search = (ctx: Ctx, q: string, more: Record<string, string> = {}) =>
  searchForApi(ctx, searchParams.parse({ q, limit: "50", ...more }));
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

/** Every way to find a thread, as ids. */
async function everyWay(ctx: Ctx, word: string): Promise<Record<string, number[]>> {
  const title = `The ${COMMON} question of ${word}`;
  const ids = (list: { id: number }[]) => list.map(({ id }) => id);
  const found: Record<string, number[]> = {};
  const queries = [
    COMMON,
    word,
    `"${word}"`,
    `${word.slice(0, -2)}`,
    `${COMMON} -nothing`,
    "is:open",
  ];
  for (const q of [...queries, `tag:${word} ${COMMON}`, `space:lounge ${COMMON}`]) {
    const answer = await search(ctx, q);
    found[`search ${q}`] = ids(answer.hits);
    expect(answer.total, q).toBe(answer.hits.length);
    for (const facet of ["kind", "status", "space"]) {
      expect(sum(answer.facets[facet]!), `${facet} of ${q}`).toBe(answer.total);
    }
  }
  found.feed = ids(await searchThreads(ctx, word));
  const page = await getSearchPage(ctx, { query: COMMON, choice: {}, sort: "best", page: 1 });
  found.page = ids(page.results);
  expect(page.total).toBe(found[`search ${COMMON}`]!.length);
  found.box = ids((await suggestThreads(ctx, { query: word.slice(0, -1) })).threads);
  found.similar = ids((await findSimilar(ctx, similarParams.parse({ title, limit: "50" }))).hits);
  found.asking = ids((await suggestPlace(ctx, { title, text: title })).similar);
  return found;
}

/** A word that an actor may see nowhere says nothing, however it is asked for. */
async function expectSilence(ctx: Ctx, word: string): Promise<void> {
  for (const q of [
    word,
    `"${word}"`,
    word.replace(/^(..)./, "$1"),
    word.slice(0, -1),
    `tag:${word}`,
  ]) {
    const answer = await search(ctx, q);
    const own = answer.hits.filter(({ title }) => title.includes(word));
    expect(own, q).toEqual([]);
    expect(JSON.stringify([answer.facets, answer.didYouMean]), q).not.toContain(word);
  }
  const exact = await search(ctx, `"${word}"`);
  expect(exact).toMatchObject({ total: 0, hits: [], didYouMean: null, nextCursor: null });
  expect(Object.values(exact.facets).flatMap((counts) => Object.keys(counts))).toEqual([]);
  const asked = { query: `${word} ${COMMON}`, sort: "best", page: 1 } as const;
  // What was typed, and a filter that was chosen, are shown as they stand in the address.
  const { ask: _ask, words: _words, ...shown } = await getSearchPage(ctx, { ...asked, choice: {} });
  expect(JSON.stringify(shown)).not.toContain(word);
  const chosen = await getSearchPage(ctx, { ...asked, choice: { tag: [word] } });
  expect(chosen).toMatchObject({ total: 0, results: [], didYouMean: null });
  const place = await suggestPlace(ctx, { title: `About the ${word} at night`, text: word });
  expect(JSON.stringify(place)).not.toContain(word);
}

const STATES = ["published", "held", "hidden", "deleted"] as const;
const ROLES = ["guest", "member", "super_user", "moderator"] as const;

/** Something changes who may see what: a thread's state, or who may read a space. */
async function change(next: () => number): Promise<number[]> {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  if (next() < 0.2) {
    const slug = one(["general", "lounge", "team"]);
    await db
      .updateTable("space")
      .set({ read_role: one(ROLES) })
      .where("community_id", "=", community.id)
      .where("slug", "=", slug)
      .execute();
    return [];
  }
  const changed = [one(threads).id, one(threads).id];
  await db
    .updateTable("thread")
    .set({ state: one(STATES) })
    .where("community_id", "=", community.id)
    .where("id", "in", changed)
    .execute();
  return changed;
}

describe("nothing that one may not see is found", () => {
  it("after any change, also before the index heard of it", async () => {
    const next = numbers(20_261_123);
    let behind = new Set<number>();
    for (let step = 0; step < 14; step += 1) {
      for (const id of await change(next)) behind.add(id);
      if (next() < 0.4) {
        await indexThreads(db, community, [...behind]);
        behind = new Set();
      }
      const { id, word } = threads[Math.floor(next() * THREADS)]!;
      for (const { name, ctx } of actors) {
        const visible = await visibleTo(ctx);
        for (const [way, ids] of Object.entries(await everyWay(ctx, word))) {
          const leaked = ids.filter((found) => !visible.has(found));
          expect(leaked, `step ${step}, ${name}, ${way}`).toEqual([]);
        }
        if (behind.size === 0) {
          const { total } = await search(ctx, COMMON);
          expect(total, `step ${step}, ${name}`).toBe(visible.size);
        }
        if (!visible.has(id)) await expectSilence(ctx, word);
      }
    }
  }, 180_000);

  it("shows a corrected word only to those who may read it", async () => {
    const secret = "zeppelinhangar";
    const staff = actors.find(({ name }) => name === "admin")!.ctx;
    await db
      .updateTable("space")
      .set({ read_role: "super_user" })
      .where("slug", "=", "lounge")
      .execute();
    const { threadId } = await startThread(staff, {
      kind: "question",
      title: `Where is the ${secret} kept`,
      body: "Nobody knows.",
      spaceSlug: "lounge",
    });
    await indexThreads(db, community, [threadId]);
    const meant = async (name: string) => {
      const { ctx } = actors.find((actor) => actor.name === name)!;
      return (await search(ctx, "zeppelinhanger")).didYouMean;
    };
    expect(await meant("super user")).toBe(secret);
    for (const name of ["guest", "author", "member"]) expect(await meant(name)).toBeNull();
  });

  it("knows members by more than the handle they once had", async () => {
    const staff = actors.find(({ name }) => name === "admin")!.ctx;
    const first = await makeMember(db, community, { handle: "wanda" });
    const thread = { kind: "question", body: "A marmalade matter.", spaceSlug: "general" } as const;
    const { threadId } = await startThread(as(first), {
      ...thread,
      title: "Wanda’s marmalade jar",
    });
    await db
      .updateTable("space")
      .set({ read_role: "guest" })
      .where("slug", "=", "general")
      .execute();
    await indexThreads(db, community, [threadId]);
    const from = async (handle: string) =>
      (await search(staff, `from:${handle} marmalade`)).hits.map(({ id }) => id);
    expect(await from("Wanda")).toEqual([threadId]);
    // Another handle, and somebody else takes the old one; no index job runs.
    await db
      .updateTable("member")
      .set({ handle: "wilma", handle_key: "wilma" })
      .where("id", "=", first.id)
      .execute();
    await makeMember(db, community, { handle: "wanda" });
    expect(await from("wanda")).toEqual([]);
    expect(await from("wilma")).toEqual([threadId]);
    expect(await from("nobody")).toEqual([]);
  });
});
