import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catchUpSearch } from "#app/jobs/keep-search.server.ts";
import { cloneDatabase, TEST_ENV } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { compareIndex } from "./compare-index.server.ts";
import { indexThreads } from "./index-threads.server.ts";
import { embeddedEngine } from "./postgres/embedded-engine.server.ts";
import { findIndex } from "./postgres/index-state.server.ts";
import { rebuildIndex } from "./postgres/rebuild-index.server.ts";
import { NOW, seedCorpus, type Seeded } from "./testing/seed-corpus.ts";
import { seedMany } from "./testing/seed-many.ts";
import { wordCounts } from "./testing/word-counts.ts";

const KILLS = 10;
const MORE_THREADS = 800;

const database = await cloneDatabase();
const { db } = database;
const engine = embeddedEngine(db);
const processes: ChildProcess[] = [];
let seeded: Seeded;
let ids: Map<string, number>;

beforeAll(async () => {
  const { id, locale, spaces } = await makeCommunity(db);
  const mobile = await makeSpace(db, id, { slug: "mobile" });
  const billing = await makeSpace(db, id, { slug: "billing" });
  seeded = { community: { id, locale }, spaces: { general: spaces.general, mobile, billing } };
  ({ ids } = await seedCorpus(db, seeded));
  // So many that a rebuild takes its time.
  await seedMany(db, { communityId: id, spaceId: spaces.general, count: MORE_THREADS });
  await rebuildIndex(db, seeded.community);
});

afterAll(() => {
  for (const child of processes) if (child.exitCode === null) child.kill("SIGKILL");
});

async function startReindex(): Promise<ChildProcess> {
  const child = fork(path.resolve("db/testing/reindex-process.ts"), {
    env: { ...process.env, ...TEST_ENV, DATABASE_URL: database.url },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  processes.push(child);
  await once(child, "message");
  return child;
}

/** Exit status; `null` of a killed process. */
async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

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

/** Searches and writes without a pause until told to stop; counts both, and what went wrong. */
function keepBusy() {
  const seen = { stopped: false, searches: 0, writes: 0, wrong: [] as unknown[] };
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    while (!seen.stopped && seen.wrong.length < 5) {
      await work().catch((error: unknown) => seen.wrong.push(error));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const done = Promise.all([
    guarded(async () => {
      const results = await found("roaming switzerland");
      if (results[0] !== ids.get("roaming-swiss")) seen.wrong.push(results);
      seen.searches += 1;
    }),
    guarded(async () => {
      const key = ["ont-lamp", "mesh", "esim", "sepa"][seen.writes % 4]!;
      await db
        .updateTable("thread")
        .set({
          title: `Pelican ${seen.writes}`,
          state: seen.writes % 3 === 0 ? "hidden" : "published",
        })
        .where("community_id", "=", seeded.community.id)
        .where("id", "=", ids.get(key)!)
        .execute();
      await indexThreads(db, seeded.community, [ids.get(key)!]);
      seen.writes += 1;
    }),
  ]);
  const stop = async () => {
    seen.stopped = true;
    await done;
    return seen;
  };
  return { stop };
}

async function generations(): Promise<number[]> {
  const { rows } = await sql<{ generation: number }>`
    select generation from search_document where community_id = ${seeded.community.id}
    union select generation from search_text where community_id = ${seeded.community.id}
    union select generation from search_word where community_id = ${seeded.community.id}
    union select generation from search_related where community_id = ${seeded.community.id}
  `.execute(db);
  return rows.map((row) => row.generation);
}

it(
  "keeps answering when a reindex is killed at any moment, and sets itself right",
  { timeout: 300_000 },
  async () => {
    const busy = keepBusy();
    const first = await startReindex();
    const started = Date.now();
    expect(await exitOf(first)).toBe(0);
    const whole = Date.now() - started;
    let halfway = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = await startReindex();
      // Somewhere in each tenth of what a whole run takes; the last two seconds of it are a pause.
      const moment = ((kill + Math.random()) / KILLS) * Math.max(500, whole - 2_000);
      await new Promise((resolve) => setTimeout(resolve, moment));
      child.kill("SIGKILL");
      await exitOf(child);
      if ((await findIndex(db, seeded.community.id))!.building !== null) halfway += 1;
    }
    expect(halfway).toBeGreaterThan(2);
    const seen = await busy.stop();
    expect(seen.wrong).toEqual([]);
    expect(seen.searches).toBeGreaterThan(50);
    expect(seen.writes).toBeGreaterThan(50);

    // What the worker does by itself each hour.
    await catchUpSearch(db);
    const { live, building } = (await findIndex(db, seeded.community.id))!;
    expect(building).toBeNull();
    expect(await generations()).toEqual([live]);
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    const last = await startReindex();
    expect(await exitOf(last)).toBe(0);
    const after = (await findIndex(db, seeded.community.id))!;
    expect(after.live).toBeGreaterThan(live);
    expect(await generations()).toEqual([after.live]);
    expect(await compareIndex(db, seeded.community, 1_000)).toEqual([]);
    const { kept, counted } = await wordCounts(db, seeded.community.id);
    expect(kept).toEqual(counted);
  },
);
