import { beforeAll, describe, expect, it } from "vitest";
import { detectLanguage } from "../analysis/detect-language.ts";
import type { DocumentChange, SearchEngine, SearchInput, ThreadDocument } from "../port.ts";
import type { Db } from "#db/client.server.ts";
import { CORPUS, KEPT_NAMES, SYNONYMS, type TestThread } from "./corpus.ts";
import { QUERIES } from "./queries.ts";

export type EngineUnderTest = {
  engine: SearchEngine;
  db: Db;
  community: { id: number; locale: string };
  spaces: Record<"general" | "mobile" | "billing", number>;
  /** Until what was written can be found. */
  settle: () => Promise<void>;
};

const AGE = 86_400_000;
const NOW = new Date("2026-06-01T12:00:00Z");
const idOf = new Map(CORPUS.map(({ key }, index) => [key, index + 1]));
const keyOf = new Map(CORPUS.map(({ key }, index) => [index + 1, key]));

function documentOf(under: EngineUnderTest, thread: TestThread, version: number): ThreadDocument {
  const id = idOf.get(thread.key)!;
  const space = thread.space ?? "general";
  const at = new Date(NOW.getTime() - id * AGE);
  return {
    threadId: id,
    version,
    language: detectLanguage(`${thread.title}\n${thread.text}`, under.community.locale),
    title: thread.title,
    opening: thread.text,
    accepted: thread.solution ?? "",
    answers: "",
    tags: (thread.tags ?? []).map((tag) => ({ slug: tag, name: tag })),
    spaceId: under.spaces[space],
    spaceSlug: space,
    kind: thread.kind ?? "question",
    status: thread.solution ? "solved" : "open",
    solved: thread.solution !== undefined,
    official: false,
    helpful: thread.helpful ?? 0,
    authorHandle: thread.author ?? null,
    createdAt: at,
    activeAt: at,
    externalId: null,
  };
}

function changeOf(under: EngineUnderTest, thread: TestThread, version: number): DocumentChange {
  return {
    threadId: idOf.get(thread.key)!,
    version,
    document: documentOf(under, thread, version),
  };
}

async function enterBrandWords({ db, community }: EngineUnderTest): Promise<void> {
  await db
    .insertInto("search_synonym")
    .values(
      SYNONYMS.map(([words, means, both_ways]) => ({
        community_id: community.id,
        words,
        means,
        both_ways,
      })),
    )
    .execute();
  await db
    .insertInto("search_word_rule")
    .values(
      KEPT_NAMES.map((word) => ({ community_id: community.id, word, rule: "keep" as const })),
    )
    .execute();
}

/** What every engine has to do, on the same threads. */
export function engineSuite(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let under: EngineUnderTest;
    const input = (query: string, more: Partial<SearchInput> = {}): SearchInput => ({
      communityId: under.community.id,
      locale: under.community.locale,
      spaceIds: Object.values(under.spaces),
      query,
      limit: 5,
      now: NOW,
      ...more,
    });
    const search = async (query: string, more: Partial<SearchInput> = {}): Promise<string[]> =>
      (await under.engine.search(input(query, more))).matches.map(
        ({ threadId }) => keyOf.get(threadId) ?? "?",
      );

    beforeAll(async () => {
      under = await open();
      await enterBrandWords(under);
      await under.engine.write(
        under.community.id,
        CORPUS.map((thread) => changeOf(under, thread, 10)),
      );
      await under.settle();
    });

    it("finds 95 of 100 expected threads among the first five", async () => {
      const missed: string[] = [];
      let asked = 0;
      for (const [kind, queries] of Object.entries(QUERIES)) {
        for (const [query, key] of queries) {
          asked += 1;
          const found = await search(query, { typing: kind === "while typing" });
          if (!found.includes(key)) missed.push(`${kind}: ${query} → ${key}, not ${found.join(" ")}`);
        }
      }
      expect(asked).toBeGreaterThanOrEqual(150);
      expect(missed.length / asked, missed.join("\n")).toBeLessThanOrEqual(0.05);
    });

    it("leaves out what does not hold a phrase, holds a minus word or lies elsewhere", async () => {
      expect(await search('"mode bridge"')).toEqual([]);
      expect(await search("hub -factory")).not.toContain("hub-reset");
      expect(await search("roaming", { spaceIds: [under.spaces.general] })).toEqual([]);
      expect(await search("tag:nothing hub")).toEqual([]);
      const kinds = await search("is:idea app");
      expect(kinds.toSorted()).toEqual(["app-dark", "app-widget"]);
    });

    it("says what was meant, and leaves the brand's names alone", async () => {
      const { didYouMean } = await under.engine.search(input("voicemial"));
      expect(didYouMean).toBe("voicemail");
      expect((await under.engine.search(input("Larkfield voicemail"))).didYouMean).toBeNull();
    });

    it("finds threads that ask the same", async () => {
      const similar = async (title: string): Promise<string[]> =>
        (
          await under.engine.similar({
            communityId: under.community.id,
            locale: under.community.locale,
            spaceIds: Object.values(under.spaces),
            title,
            limit: 3,
            now: NOW,
          })
        ).map(({ threadId }) => keyOf.get(threadId) ?? "?");
      expect((await similar("My Hub 3 keeps losing the wifi at night"))[0]).toBe("hub-drops");
      expect(await similar("I was billed two times for the same month")).toContain("bill-twice");
      expect(await similar("How can I deactivate my voice mail box?")).toContain("voicemail");
    });

    it("gives nothing for nothing, and bears anything", async () => {
      expect(await search("")).toEqual([]);
      expect(await search("zzzzqqqq")).toEqual([]);
      for (const odd of ['"', "-", '""', "tag:", "::", "a".repeat(3_000), "\u0000", "\ud800 hub", "%_\\"]) {
        await expect(search(odd)).resolves.toBeInstanceOf(Array);
      }
    });

    it("lets no older version overwrite a newer one", async () => {
      const thread = CORPUS.find(({ key }) => key === "mesh")!;
      const renamed = { ...thread, title: "Zeppelin antenna for three floors" };
      await under.engine.write(under.community.id, [changeOf(under, renamed, 12)]);
      await under.engine.write(under.community.id, [changeOf(under, thread, 11)]);
      await under.settle();
      expect(await search("zeppelin")).toEqual(["mesh"]);
      const id = idOf.get("mesh")!;
      await under.engine.write(under.community.id, [{ threadId: id, version: 14, document: null }]);
      await under.engine.write(under.community.id, [changeOf(under, renamed, 13)]);
      await under.settle();
      expect(await search("zeppelin")).toEqual([]);
      await under.engine.write(under.community.id, [changeOf(under, thread, 15)]);
      await under.settle();
      expect(await search("mesh repeater")).toContain("mesh");
    });
  });
}
