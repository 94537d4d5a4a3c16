import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catchUpSearch, pushSearch } from "#app/jobs/keep-search.server.ts";
import { cloneDatabase, TEST_ENV } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { compareIndex } from "../compare-index.server.ts";
import { indexThreads } from "../index-threads.server.ts";
import { rebuildEngines } from "../rebuild-engines.server.ts";
import { searchEngine } from "../search-engine.server.ts";
import { MeilisearchServer } from "../testing/meilisearch-server.ts";
import { NOW, seedCorpus, type Seeded } from "../testing/seed-corpus.ts";
import { seedMany } from "../testing/seed-many.ts";
import { indexName } from "./client.server.ts";
import { compareMeilisearch } from "./compare-meilisearch.server.ts";
import { createIndex } from "./meilisearch-index.server.ts";
import { finished } from "./send-documents.server.ts";

const MORE_THREADS = 1_000;
const KILLS = 8;

const binary = process.env.TEST_MEILISEARCH_BIN;

if (!binary) {
  describe("Meilisearch's index", () => {
    it("was not rebuilt: set TEST_MEILISEARCH_BIN to the path of a Meilisearch server and run `npm test -- unit search/meilisearch/rebuild`", ({
      skip,
    }) => skip());
  });
} else {
  const database = await cloneDatabase({ max: 20 });
  const { db } = database;
  const server = await MeilisearchServer.at(binary);
  const settings = { MEILISEARCH_URL: server.url, MEILISEARCH_KEY: server.key };
  Object.assign(process.env, settings);
  const client = new Meilisearch({ host: server.url, apiKey: server.key });
  let seeded: Seeded;
  let ids: Map<string, number>;

  beforeAll(async () => {
    await server.start();
    const { id, locale, spaces } = await makeCommunity(db);
    const mobile = await makeSpace(db, id, { slug: "mobile" });
    const billing = await makeSpace(db, id, { slug: "billing" });
    seeded = { community: { id, locale }, spaces: { general: spaces.general, mobile, billing } };
    ({ ids } = await seedCorpus(db, seeded));
    await seedMany(db, { communityId: id, spaceId: spaces.general, count: MORE_THREADS });
  });

  afterAll(() => server.remove());

  const search = (query: string) =>
    searchEngine(db).search({
      communityId: seeded.community.id,
      locale: "en",
      spaceIds: Object.values(seeded.spaces),
      query,
      limit: 5,
      now: NOW,
    });

  const retitle = async (key: string, title: string): Promise<void> => {
    await db
      .updateTable("thread")
      .set({ title })
      .where("community_id", "=", seeded.community.id)
      .where("id", "=", ids.get(key)!)
      .execute();
    await indexThreads(db, seeded.community, [ids.get(key)!]);
  };

  async function expectEqual(): Promise<void> {
    await pushSearch(db);
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    expect(await compareMeilisearch(db, seeded.community.id, 1_000)).toEqual([]);
  }

  /** Writes, sends and searches without a pause until told to stop. */
  function keepBusy() {
    const seen = { stopped: false, searches: 0, writes: 0, engines: new Set<string>() };
    const wrong: unknown[] = [];
    const forever = async (work: () => Promise<void>): Promise<void> => {
      while (!seen.stopped && wrong.length < 5) {
        await work().catch((error: unknown) => wrong.push(error));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const done = Promise.all([
      forever(async () => {
        const { matches, engine } = await search("roaming switzerland");
        if (matches[0]?.threadId !== ids.get("roaming-swiss")) wrong.push({ engine, matches });
        seen.engines.add(engine);
        seen.searches += 1;
      }),
      forever(async () => {
        await retitle(["ont-lamp", "mesh", "esim"][seen.writes % 3]!, `Pelican ${seen.writes}`);
        seen.writes += 1;
      }),
      forever(() => pushSearch(db)),
    ]);
    return async () => {
      seen.stopped = true;
      await done;
      return { ...seen, wrong };
    };
  }

  const startReindex = async () => {
    const child = fork(path.resolve("db/testing/reindex-process.ts"), {
      env: { ...process.env, ...TEST_ENV, ...settings, DATABASE_URL: database.url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(child, "message");
    return child;
  };

  /** Exit status; `null` of a killed process. */
  const exitOf = async (child: ChildProcess): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    return child.exitCode;
  };

  describe("Meilisearch's index", () => {
    it("is built by catching up where there is none, and answers only then", async () => {
      await catchUpSearch(db);
      await expectEqual();
      expect((await search("bridge mode")).engine).toBe("meilisearch");
    });

    it("is rebuilt and swapped under writes without a failed or empty search", async () => {
      const stop = keepBusy();
      for (let round = 0; round < 3; round += 1) {
        const { meilisearch } = await rebuildEngines(db, seeded.community);
        expect(meilisearch).toBe(ids.size + MORE_THREADS);
      }
      const { wrong, searches, writes, engines } = await stop();
      expect(wrong).toEqual([]);
      expect(searches).toBeGreaterThan(20);
      expect(writes).toBeGreaterThan(20);
      expect(engines).toContain("meilisearch");
      await expectEqual();
    }, 240_000);

    it(
      "answers on when a reindex is killed at any moment, and is set right by the next one",
      { timeout: 400_000 },
      async () => {
        const stop = keepBusy();
        const first = await startReindex();
        const began = Date.now();
        expect(await exitOf(first)).toBe(0);
        const whole = Date.now() - began;
        for (let kill = 0; kill < KILLS; kill += 1) {
          const child = await startReindex();
          const moment = ((kill + Math.random()) / KILLS) * whole;
          await new Promise((resolve) => setTimeout(resolve, moment));
          child.kill("SIGKILL");
          await exitOf(child);
        }
        const { wrong } = await stop();
        expect(wrong).toEqual([]);
        // What the worker does by itself each hour.
        await catchUpSearch(db);
        await expectEqual();
        expect(await exitOf(await startReindex())).toBe(0);
        await expectEqual();
      },
    );

    it("gets back what it has lost", async () => {
      const index = client.index(indexName(seeded.community.id));
      const lost = [ids.get("voicemail")!, ids.get("sepa")!];
      await finished(client, await index.deleteDocuments(lost));
      await finished(client, await index.addDocuments([{ id: 999_999_999, title: "A stranger" }]));
      const differences = await compareMeilisearch(db, seeded.community.id, 1_000);
      expect(new Set(differences.map(({ threadId }) => threadId))).toEqual(
        new Set([...lost, 999_999_999]),
      );
      await catchUpSearch(db);
      await expectEqual();
    });

    it("is built anew where it was set up in another way", async () => {
      const uid = indexName(seeded.community.id);
      await client.deleteIndexIfExists(uid);
      await createIndex(client, uid);
      await finished(client, await client.index(uid).updateFilterableAttributes(["kind"]));
      expect((await search("bridge mode")).engine).toBe("postgres");
      await catchUpSearch(db);
      await expectEqual();
    });

    it("may stand still: PostgreSQL answers, and what is written waits", async () => {
      server.stall();
      try {
        const { matches, engine, behind } = await search("factory reset");
        expect(matches[0]?.threadId).toBe(ids.get("hub-reset"));
        expect({ engine, behind }).toEqual({ engine: "postgres", behind: true });
        await retitle("refund", "Ocelot refund");
        expect((await search("ocelot")).matches[0]?.threadId).toBe(ids.get("refund"));
      } finally {
        server.goOn();
      }
      await expectEqual();
    });

    it("refuses a wrong key, and reindex says so", async () => {
      const wrong = new Meilisearch({ host: server.url, apiKey: "another-key" });
      await expect(wrong.multiSearch({ queries: [] })).rejects.toThrow(/key/i);
      const child = fork(path.resolve("db/testing/reindex-process.ts"), {
        env: {
          ...process.env,
          ...TEST_ENV,
          MEILISEARCH_URL: server.url,
          MEILISEARCH_KEY: "another-key",
          DATABASE_URL: database.url,
        },
        stdio: ["ignore", "pipe", "inherit", "ipc"],
      });
      let said = "";
      child.stdout!.on("data", (part: Buffer) => (said += part.toString()));
      expect(await exitOf(child)).toBe(1);
      expect(said).toMatch(/key/i);
    });
  });
}
