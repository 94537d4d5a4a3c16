import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "#db/client.server.ts";
import type { DocumentChange, SearchEngine, SearchInput } from "../port.ts";
import { KEPT_NAMES, SYNONYMS } from "./corpus.ts";
import { QUERIES } from "./queries.ts";
import { NOW, seedCorpus, type Seeded } from "./seed-corpus.ts";

/** The 202 queries take seconds; a busy machine takes its time. */
const SLOW_MACHINE = 180_000;

export type EngineUnderTest = Seeded & {
  engine: SearchEngine;
  db: Db;
  /** Until what was written can be found. */
  settle: () => Promise<void>;
};

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
    .values(KEPT_NAMES.map((word) => ({ community_id: community.id, word, rule: "keep" as const })))
    .execute();
}

/** What every engine has to do, on the same threads. */
export function engineSuite(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(name, { timeout: SLOW_MACHINE }, () => {
    let under: EngineUnderTest;
    let ids: Map<string, number>;
    const keys = new Map<number, string>();
    let changes: DocumentChange[];
    const version = (): number => changes[0]!.version;
    const withTitle = (key: string, more: { title?: string; version: number }): DocumentChange => {
      const found = changes.find(({ threadId }) => threadId === ids.get(key))!;
      return {
        threadId: found.threadId,
        version: more.version,
        document: { ...found.document!, ...more },
      };
    };
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
        ({ threadId }) => keys.get(threadId) ?? "?",
      );

    beforeAll(async () => {
      under = await open();
      await enterBrandWords(under);
      ({ ids, changes } = await seedCorpus(under.db, under));
      for (const [key, id] of ids) keys.set(id, key);
      await under.engine.write(under.community.id, changes);
      await under.settle();
    });

    it("finds 95 of 100 expected threads among the first five", async () => {
      const missed: string[] = [];
      const shares: Record<string, number> = {};
      let asked = 0;
      for (const [kind, queries] of Object.entries(QUERIES)) {
        const before = missed.length;
        for (const [query, key] of queries) {
          asked += 1;
          const found = await search(query, { typing: kind === "while typing" });
          if (!found.includes(key))
            missed.push(`${kind}: ${query} → ${key}, not ${found.join(" ")}`);
        }
        shares[kind] = 1 - (missed.length - before) / queries.length;
      }
      expect(asked).toBeGreaterThanOrEqual(150);
      expect(missed.length / asked, missed.join("\n")).toBeLessThanOrEqual(0.05);
      // Other words of a query may find what a kind of mistake would lose; so each kind for itself.
      for (const [kind, share] of Object.entries(shares)) {
        expect(share, `${kind}\n${missed.join("\n")}`).toBeGreaterThanOrEqual(0.9);
      }
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
      // Of three letters only what lost one: "hub" is a word, "wfi" isn't.
      expect((await under.engine.search(input("wfi"))).didYouMean).toBe("wifi");
      expect((await under.engine.search(input("hub"))).didYouMean).toBeNull();
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
        ).map(({ threadId }) => keys.get(threadId) ?? "?");
      expect((await similar("My Hub 3 keeps losing the wifi at night"))[0]).toBe("hub-drops");
      expect(await similar("I was billed two times for the same month")).toContain("bill-twice");
      expect(await similar("How can I deactivate my voice mail box?")).toContain("voicemail");
    });

    it("gives nothing for nothing, and bears anything", async () => {
      expect(await search("")).toEqual([]);
      expect(await search("zzzzqqqq")).toEqual([]);
      for (const odd of [
        '"',
        "-",
        '""',
        "tag:",
        "::",
        "a".repeat(3_000),
        "\u0000",
        "\ud800 hub",
        "%_\\",
      ]) {
        await expect(search(odd)).resolves.toBeInstanceOf(Array);
      }
    });

    it("lets no older version overwrite a newer one", async () => {
      const title = "Zeppelin antenna for three floors";
      const write = (...given: DocumentChange[]) => under.engine.write(under.community.id, given);
      await write(withTitle("mesh", { title, version: version() + 2 }));
      await write(withTitle("mesh", { version: version() + 1 }));
      await under.settle();
      expect(await search("zeppelin")).toEqual(["mesh"]);
      await write({ threadId: ids.get("mesh")!, version: version() + 4, document: null });
      await write(withTitle("mesh", { title, version: version() + 3 }));
      await under.settle();
      expect(await search("zeppelin")).toEqual([]);
      await write(withTitle("mesh", { version: version() + 5 }));
      await under.settle();
      expect(await search("mesh repeater")).toContain("mesh");
    });
  });
}
