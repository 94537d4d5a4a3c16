import { beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { catchUp } from "./catch-up.server.ts";
import { compareIndex } from "./compare-index.server.ts";
import { indexThreads } from "./index-threads.server.ts";
import { embeddedEngine } from "./postgres/embedded-engine.server.ts";
import { findIndex } from "./postgres/index-state.server.ts";
import { allDocuments, rebuildFrom, rebuildIndex } from "./postgres/rebuild-index.server.ts";
import { NOW, seedCorpus, type Seeded } from "./testing/seed-corpus.ts";
import { wordCounts } from "./testing/word-counts.ts";

const { db } = await cloneDatabase();
const engine = embeddedEngine(db);
let seeded: Seeded;
let ids: Map<string, number>;

beforeAll(async () => {
  const { id, locale, spaces } = await makeCommunity(db);
  const mobile = await makeSpace(db, id, { slug: "mobile" });
  const billing = await makeSpace(db, id, { slug: "billing" });
  seeded = { community: { id, locale }, spaces: { general: spaces.general, mobile, billing } };
  ({ ids } = await seedCorpus(db, seeded));
});

const found = async (query: string): Promise<number[]> =>
  (
    await engine.search({
      communityId: seeded.community.id,
      locale: "en",
      spaceIds: Object.values(seeded.spaces),
      query,
      limit: 5,
      now: NOW,
    })
  ).matches.map(({ threadId }) => threadId);

const retitle = (key: string, title: string) =>
  db
    .updateTable("thread")
    .set({ title })
    .where("community_id", "=", seeded.community.id)
    .where("id", "=", ids.get(key)!)
    .execute();

describe("the index", () => {
  it("answers by titles before it is built, and is built by catching up", async () => {
    expect(await found("bridge mode")).toEqual([ids.get("hub-bridge")]);
    expect((await compareIndex(db, seeded.community, 1_000)).length).toBe(ids.size);
    expect(await catchUp(db, seeded.community)).toBe(ids.size);
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    expect(await catchUp(db, seeded.community)).toBe(0);
    expect(await found("technician replaced splitter")).toContain(ids.get("slow-upload"));
  });

  it("finds what was missed, and sets it right", async () => {
    await retitle("mesh", "Walrus on three floors");
    await db
      .updateTable("thread")
      .set({ state: "hidden" })
      .where("community_id", "=", seeded.community.id)
      .where("id", "=", ids.get("sepa")!)
      .execute();
    const differences = await compareIndex(db, seeded.community, 1_000);
    expect(new Set(differences.map(({ threadId }) => threadId))).toEqual(
      new Set([ids.get("mesh"), ids.get("sepa")]),
    );
    expect(await catchUp(db, seeded.community)).toBe(2);
    expect(await found("walrus")).toEqual([ids.get("mesh")]);
    expect(await found("IBAN")).toEqual([]);
  });

  it("keeps the counts of words with the documents, under many writers", async () => {
    const keys = ["mesh", "esim", "phishing", "voicemail", "hub-drops", "refund"];
    for (const animal of ["alpaca", "bison", "coyote", "dingo"]) {
      await Promise.all(
        keys.map(async (key) => {
          await retitle(key, `The ${animal} of ${key}`);
          await indexThreads(db, seeded.community, [ids.get(key)!]);
        }),
      );
    }
    const { kept, counted } = await wordCounts(db, seeded.community.id);
    expect(kept).toEqual(counted);
    expect(await found("bison")).toEqual([]);
    expect((await found("dingo")).length).toBe(5);
  });

  it("is rebuilt under writes without an empty search, and misses none of them", async () => {
    const before = (await findIndex(db, seeded.community.id))!.live;
    let done = false;
    const empty: string[] = [];
    const searching = (async () => {
      while (!done) if ((await found("roaming")).length === 0) empty.push("roaming");
    })();
    const writing = (async () => {
      for (let round = 0; !done; round += 1) {
        await retitle("ont-lamp", `Pelican ${round}`);
        await indexThreads(db, seeded.community, [ids.get("ont-lamp")!]);
      }
    })();
    await rebuildIndex(db, seeded.community);
    done = true;
    await Promise.all([searching, writing]);
    expect(empty).toEqual([]);
    expect((await findIndex(db, seeded.community.id))!.live).toBe(before + 1);
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    const { kept, counted } = await wordCounts(db, seeded.community.id);
    expect(kept).toEqual(counted);
    const generations = await db
      .selectFrom("search_document")
      .select("generation")
      .distinct()
      .where("community_id", "=", seeded.community.id)
      .execute();
    expect(generations).toEqual([{ generation: before + 1 }]);
  });

  it("stays as it is when a rebuild stops, and the next one goes through", async () => {
    const { live } = (await findIndex(db, seeded.community.id))!;
    async function* stopping() {
      for await (const batch of allDocuments(db, seeded.community)) {
        yield batch.slice(0, 10);
        throw new Error("killed");
      }
    }
    await expect(rebuildFrom(db, seeded.community.id, stopping())).rejects.toThrow("killed");
    expect(await findIndex(db, seeded.community.id)).toEqual({ live, building: live + 1 });
    expect((await found("roaming")).length).toBeGreaterThan(0);
    await retitle("refund", "Ocelot refund");
    await indexThreads(db, seeded.community, [ids.get("refund")!]);
    await rebuildIndex(db, seeded.community);
    expect(await findIndex(db, seeded.community.id)).toEqual({ live: live + 2, building: null });
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    expect(await found("ocelot")).toEqual([ids.get("refund")]);
  });
});
