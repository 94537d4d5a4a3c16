import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { ConflictError, type InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { loadBrandWords } from "#search/query/brand-words.server.ts";
import { startThread } from "../../start-thread.server.ts";
import { findThreads } from "../search-threads.server.ts";
import { addWordRules } from "./add-word-rules.server.ts";
import { getWordsPage } from "./get-words-page.server.ts";
import { pasteSynonyms } from "./paste-synonyms.server.ts";
import { removeSynonym } from "./remove-synonym.server.ts";
import { removeWordRule } from "./remove-word-rule.server.ts";
import { saveSynonym } from "./save-synonym.server.ts";
import { tryQuery } from "./try-query.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
let staff: TestMember;
const as = (actor: Actor): Ctx => makeCtx(db, community, actor);

const found = async (query: string): Promise<string[]> =>
  (await findThreads(as(GUEST), { query })).hits.map(({ thread }) => thread.title);
const all = async () =>
  (await getWordsPage(as(staff), { find: "", idle: false, part: 1 })).synonyms;
const add = (words: string, means: string, direction: "both" | "one" = "both") =>
  saveSynonym(as(staff), { words, means, direction });

const BOX = "The television box shows a grey picture";
const HUB = "Hub 3 loses its line";
const FLEX = "Flexi tariff for students";

beforeAll(async () => {
  staff = await makeMember(db, community, { role: "moderator" });
  const asker = await makeMember(db, community);
  for (const title of [BOX, HUB, FLEX, "Flexible working hours of the shop"]) {
    const body = "Nothing else is said of it.";
    await startThread(as(asker), { kind: "question", title, body, spaceSlug: "general" });
  }
  await rebuildIndex(db, community);
});

beforeEach(async () => {
  for (const table of ["search_synonym", "search_word_rule"] as const) {
    await db.deleteFrom(table).execute();
  }
});

describe("synonyms", () => {
  it("count from the next search on, and are gone with the next", async () => {
    expect(await found("telly")).toEqual([]);
    await add("telly", "television");
    expect(await found("telly")).toEqual([BOX]);
    const [row] = await all();
    expect(row).toMatchObject({ words: "telly", means: "television", bothWays: true });
    expect(row!.change.by).toBe(staff.name);
    await saveSynonym(as(staff), {
      id: row!.id,
      words: "goggle box",
      means: "television",
      direction: "one",
    });
    expect(await found("telly")).toEqual([]);
    expect(await found("goggle box")).toContain(BOX);
    await removeSynonym(as(staff), { id: row!.id });
    expect(await found("goggle")).toEqual([]);
  });

  it("count at once whoever writes them, also past the page", async () => {
    const before = await loadBrandWords(db, community.id);
    await db
      .insertInto("search_synonym")
      .values({ community_id: community.id, words: "telly", means: "television" })
      .execute();
    const after = await loadBrandWords(db, community.id);
    expect(after).not.toBe(before);
    expect(after.synonyms).toHaveLength(2);
    expect(await loadBrandWords(db, community.id)).toBe(after);
    await db.updateTable("search_synonym").set({ both_ways: false }).execute();
    expect((await loadBrandWords(db, community.id)).synonyms).toHaveLength(1);
    await db.deleteFrom("search_synonym").execute();
    expect((await loadBrandWords(db, community.id)).synonyms).toHaveLength(0);
    expect((await loadBrandWords(db, other.id)).synonyms).toHaveLength(0);
  });

  it("are not kept by a change that was taken back", async () => {
    await db
      .transaction()
      .execute(async (tx) => {
        await tx
          .insertInto("search_synonym")
          .values({ community_id: community.id, words: "telly", means: "television" })
          .execute();
        expect((await loadBrandWords(tx, community.id)).synonyms).toHaveLength(2);
        throw new Error("taken back");
      })
      .catch(() => null);
    expect((await loadBrandWords(db, community.id)).synonyms).toHaveLength(0);
    expect(await found("telly")).toEqual([]);
  });

  it("are understood when mistyped, in either word", async () => {
    await add("goggler", "television");
    await add("answering machine", "hub");
    expect(await found("gogler")).toEqual([BOX]);
    expect(await found("gogglre")).toEqual([BOX]);
    expect(await found("answring machin")).toEqual([HUB]);
  });

  it("work one way when they are one way, and are not followed further", async () => {
    await add("legacy", "television", "one");
    await add("antique", "legacy");
    expect(await found("legacy")).toEqual([BOX]);
    const { words } = await tryQuery(as(staff), "television");
    expect(words[0]!.alternatives.filter(({ why }) => why === "synonym")).toEqual([]);
    expect(await found("antique")).toEqual([]);
  });

  it("are refused when they are there already, turned round, the same or nothing", async () => {
    await add("telly", "television", "one");
    const refusal = (words: string, means: string, direction: "both" | "one" = "both") =>
      add(words, means, direction).then(
        () => null,
        (error: InvalidError) => [Object.keys(error.fields)[0], error.publicMessage.key],
      );
    expect(await refusal("Telly", "Télévision", "one")).toEqual(["words", "words.alreadyThere"]);
    expect(await refusal("television", "telly", "one")).toEqual(["words", "words.otherWay"]);
    expect(await refusal("telly", "television")).toEqual(["words", "words.otherWay"]);
    expect(await refusal("Hub-3", "hub 3")).toEqual(["means", "words.meansItself"]);
    expect(await refusal("!!!", "hub")).toEqual(["words", "words.nothingToFind"]);
    expect(await all()).toHaveLength(1);
    const missing = saveSynonym(as(staff), {
      id: 999_999,
      words: "x",
      means: "y",
      direction: "one",
    });
    await expect(missing).rejects.toBeInstanceOf(NotFoundError);
  });

  it("let nobody add the same one twice at once", async () => {
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => add("telly", "television")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });

  it("say when their words are in no thread", async () => {
    await add("telly", "television");
    await add("gateway", "xylograph", "one");
    await add("blorb", "florb");
    const page = await getWordsPage(as(staff), { find: "", idle: true, part: 1 });
    expect(page.synonyms.map(({ words }) => words)).toEqual(["blorb", "gateway"]);
    expect(page.counts).toEqual({ all: 3, matching: 2, idle: 2 });
  });
});

describe("pasted synonyms", () => {
  it("are added together", async () => {
    const pasted = "telly = television\n\n# old names\ngateway => hub\n";
    expect(await pasteSynonyms(as(staff), { pasted })).toBe(2);
    expect(await found("gateway")).toEqual([HUB]);
    expect((await all()).map(({ bothWays }) => bothWays)).toEqual([false, true]);
  });

  it("are all left out when a line is wrong, which is told by its number", async () => {
    await add("telly", "television");
    const pasted = "gateway => hub\nnonsense\nTELLY = television\nhub => gateway\nx = X";
    const error = await pasteSynonyms(as(staff), { pasted }).catch((e: InvalidError) => e);
    expect(Object.keys((error as InvalidError).fields)).toEqual([
      "line-2",
      "line-3",
      "line-4",
      "line-5",
    ]);
    expect((error as InvalidError).fields["line-4"]!.params).toMatchObject({
      line: 4,
      problem: expect.stringContaining("gateway => hub") as string,
    });
    expect(await all()).toHaveLength(1);
  });

  it("stop at the most a community may have, which searches bear", async () => {
    const many = Array.from(
      { length: WORD_LIMITS.synonyms },
      (_, at) => `word${at}x = thing${at}y`,
    );
    expect(await pasteSynonyms(as(staff), { pasted: many.join("\n") })).toBe(many.length);
    await expect(add("one", "more")).rejects.toBeInstanceOf(ConflictError);
    await expect(pasteSynonyms(as(staff), { pasted: "a = b" })).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect(await found("television")).toEqual([BOX]);
    const last = await getWordsPage(as(staff), { find: "word199", idle: false, part: 1 });
    expect(last.counts.matching).toBe(11);
    const { part, synonyms } = await getWordsPage(as(staff), { find: "", idle: false, part: 99 });
    expect([part, synonyms.length]).toEqual([{ number: 40, of: 40 }, 50]);
  });
});

describe("names and stop words", () => {
  it("never correct a name", async () => {
    expect(await found("flexo")).toContain(FLEX);
    expect((await findThreads(as(GUEST), { query: "flexo" })).didYouMean).toBe("flexi");
    await addWordRules(as(staff), { rule: "keep", list: "Flexo" });
    expect(await found("flexo")).toEqual([]);
    expect((await findThreads(as(GUEST), { query: "flexo" })).didYouMean).toBeNull();
    await removeWordRule(as(staff), { word: "Flexo" });
    expect(await found("flexo")).toContain(FLEX);
  });

  it("pass over stop words unless they are the whole query", async () => {
    const of = async (query: string) => (await tryQuery(as(staff), query)).words;
    await addWordRules(as(staff), { rule: "stop", list: "hub\nstudents" });
    expect((await of("hub television")).map(({ ignored }) => ignored)).toEqual([true, false]);
    expect(await found("hub television")).toEqual([BOX]);
    expect((await of("hub"))[0]!.ignored).toBe(false);
    expect(await found("hub")).toEqual([HUB]);
  });

  it("refuse what is in the other list, several words as one, and too many", async () => {
    await addWordRules(as(staff), { rule: "keep", list: "Hub 3\nFlexi\nflexi" });
    const page = await getWordsPage(as(staff), { find: "", idle: false, part: 1 });
    expect(page.names.map(({ word }) => word)).toEqual(["Flexi", "Hub 3"]);
    const problem = async (rule: "keep" | "stop", list: string) =>
      addWordRules(as(staff), { rule, list }).then(
        () => null,
        (error: InvalidError | ConflictError) =>
          "fields" in error ? Object.keys(error.fields) : error.code,
      );
    expect(await problem("stop", "ok\nFLEXI")).toEqual(["line-2"]);
    expect(await problem("stop", "two words")).toEqual(["line-1"]);
    expect(await problem("keep", "x".repeat(61))).toEqual(["line-1"]);
    expect(await problem("keep", "FLEXI\nHub-3")).toBeNull();
    const tooMany = Array.from({ length: WORD_LIMITS.rules + 1 }, (_, at) =>
      String(at).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!),
    ).join("\n");
    expect(await problem("stop", tooMany)).toBe("too_many_words");
  });
});

describe("trying a query", () => {
  it("tells what stands for each word, and why", async () => {
    await add("telly", "television box");
    const { words, hits } = await tryQuery(as(staff), "tely hbu");
    expect(words[0]!.alternatives).toContainEqual({ why: "typo", words: "telly" });
    expect(words[0]!.alternatives.find(({ why }) => why === "synonym")!.words).toMatch(/^televis/);
    expect(hits.map(({ title }) => title)).toContain(BOX);
    expect(hits.every(({ forEverybody }) => forEverybody)).toBe(true);
  });

  it("tells a moderator no word of a space for admins alone", async () => {
    const admin = await makeMember(db, community, { role: "admin" });
    const body = "Only for admins.";
    const secret = { kind: "question" as const, title: "The xenolith", body, spaceSlug: "lounge" };
    await startThread(as(admin), secret);
    await rebuildIndex(db, community);
    const typos = async (actor: Actor) =>
      (await tryQuery(as(actor), "xenolit")).words[0]!.alternatives;
    expect(await typos(staff)).toContainEqual({ why: "typo", words: "xenolith" });
    await db
      .updateTable("space")
      .set({ read_role: "admin" })
      .where("slug", "=", "lounge")
      .execute();
    expect(await typos(admin)).toContainEqual({ why: "typo", words: "xenolith" });
    expect(await typos(staff)).toEqual([]);
    const { hits, didYouMean } = await tryQuery(as(staff), "xenolit");
    expect([hits, didYouMean]).toEqual([[], null]);
  });
});
