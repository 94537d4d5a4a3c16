import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { sql } from "kysely";
import { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { hidePost } from "#app/features/threads/hide-post.server.ts";
import { hideThread } from "#app/features/threads/hide-thread.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { restoreThread } from "#app/features/threads/restore-thread.server.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { findThreads } from "#app/features/threads/searching/search-threads.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { unhidePost } from "#app/features/threads/unhide-post.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import { examineSearch } from "#app/features/portability/examine-search.server.ts";
import { AppError } from "#app/lib/errors.ts";
import { cloneDatabase, TEST_ENV } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildEngines } from "../rebuild-engines.server.ts";
import { MeilisearchServer } from "../testing/meilisearch-server.ts";
import { indexName } from "./client.server.ts";

/** Fewer where a machine is busy with other things. */
const WRITES = Number(process.env.TEST_OUTAGE_WRITES ?? 10_000);
const AT_ONCE = 12;
const MEMBERS = 40;
const FIRST_THREADS = 100;
const MINUTES = 60;

const binary = process.env.TEST_MEILISEARCH_BIN;

if (!binary) {
  describe("an outage of Meilisearch", () => {
    it("was not tried: set TEST_MEILISEARCH_BIN to the path of a Meilisearch server and run `npm test -- unit search/meilisearch/outage`", ({
      skip,
    }) => skip());
  });
} else {
  const database = await cloneDatabase({ max: 30 });
  const { db } = database;
  const server = await MeilisearchServer.at(binary);
  const settings = { MEILISEARCH_URL: server.url, MEILISEARCH_KEY: server.key };
  Object.assign(process.env, settings);
  const community = await makeCommunity(db);
  const nobody = makeCtx(db, community);
  const members: TestMember[] = [];
  let worker: ChildProcess | undefined;

  const pick = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)]!;
  const threads: number[] = [];
  const answers: number[] = [];
  const ctx = (actor = pick(members)) => ({ ...nobody, actor, now: new Date() });
  const warden = () => ctx(members[0]);

  async function start(serial: number): Promise<void> {
    const { threadId } = await startThread(ctx(), {
      kind: "question",
      title: `Lantern ${serial} flickers in the evening`,
      body: `It began after the storm, lamp ${serial}.`,
      spaceSlug: "general",
    });
    threads.push(threadId);
  }

  async function answer(serial: number): Promise<void> {
    const body = `Change the fuse number ${serial}.`;
    answers.push((await postAnswer(ctx(), { threadId: pick(threads), body })).postId);
  }

  const wheel: [share: number, write: (serial: number) => Promise<unknown>][] = [
    [0.12, start],
    [0.4, answer],
    [0.65, () => voteHelpful(ctx(), { postId: pick(answers), on: Math.random() < 0.7 })],
    [0.85, () => sameHere(ctx(), { threadId: pick(threads), on: Math.random() < 0.7 })],
    [0.9, () => acceptAnswer(warden(), { postId: pick(answers), replaces: null })],
    [0.93, () => hidePost(warden(), { postId: pick(answers), reason: "outage" })],
    [0.96, () => unhidePost(warden(), { postId: pick(answers) })],
    [0.98, () => hideThread(warden(), { threadId: pick(threads.slice(1)), reason: "outage" })],
    [1, () => restoreThread(warden(), { threadId: pick(threads) })],
  ];

  async function startWorker(): Promise<void> {
    worker = fork(path.resolve("db/testing/worker-process.ts"), {
      env: { ...process.env, ...TEST_ENV, ...settings, DATABASE_URL: database.url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(worker, "message");
  }

  async function waiting(): Promise<{ jobs: number; outbox: number }> {
    const { rows } = await sql<{ jobs: number; outbox: number }>`
      select (select count(*) from graphile_worker.jobs
          where task_identifier in ('dispatch_event', 'run_subscriber')) as jobs,
        (select count(*) from search_outbox) as outbox
    `.execute(db);
    return rows[0]!;
  }

  /** What the server itself holds, by thread. */
  async function held(): Promise<Map<number, string>> {
    const client = new Meilisearch({ host: server.url, apiKey: server.key });
    const { results } = await client
      .index<{ id: number; title: string }>(indexName(community.id))
      .getDocuments({ fields: ["id", "title"], limit: 100_000 });
    return new Map(results.map(({ id, title }) => [id, title]));
  }

  /** Searches without a pause; notes how long each took, and which engine answered. */
  function keepSearching() {
    const seen = { stopped: false, wrong: [] as unknown[], times: [] as number[], behind: 0 };
    const search = async (): Promise<void> => {
      const start = performance.now();
      const { hits, behind } = await findThreads(ctx(), { query: "lantern flickers", limit: 20 });
      seen.times.push(performance.now() - start);
      if (behind) seen.behind += 1;
      if (hits.length === 0) seen.wrong.push("empty");
    };
    const done = (async () => {
      while (!seen.stopped && seen.wrong.length < 5) {
        await search().catch((error: unknown) => seen.wrong.push(error));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();
    return {
      seen,
      stop: async () => {
        seen.stopped = true;
        await done;
        return seen;
      },
    };
  }

  beforeAll(async () => {
    await server.start();
    for (let index = 0; index < MEMBERS; index += 1) {
      members.push(await makeMember(db, community, { role: index === 0 ? "moderator" : "member" }));
    }
    for (let serial = 0; serial < FIRST_THREADS; serial += 1) await start(serial);
    for (let serial = 0; serial < FIRST_THREADS; serial += 1) await answer(serial);
    const { meilisearch } = await rebuildEngines(db, community);
    expect(meilisearch).toBe(FIRST_THREADS);
    await startWorker();
  }, 120_000);

  afterAll(async () => {
    worker?.kill("SIGKILL");
    await server.remove();
  });

  describe("an outage of Meilisearch", () => {
    it(
      `in the middle of ${WRITES} writes fails no write and no search, and mends itself`,
      { timeout: MINUTES * 60_000 },
      async () => {
        const searching = keepSearching();
        const failed: unknown[] = [];
        let refused = 0;
        const began = Date.now();
        let serial = FIRST_THREADS;
        const outages: Record<number, () => Promise<void>> = {
          [Math.round(WRITES * 0.25)]: () => server.kill(),
          [Math.round(WRITES * 0.6)]: () => server.start(),
          // Once more, while it is told of what it has missed.
          [Math.round(WRITES * 0.75)]: () => server.kill(),
          [Math.round(WRITES * 0.8)]: () => server.start(),
        };
        let trouble: Promise<void> = Promise.resolve();
        const write = async (): Promise<void> => {
          while (serial < WRITES + FIRST_THREADS) {
            const own = (serial += 1);
            const outage = outages[own - FIRST_THREADS];
            if (outage) trouble = trouble.then(outage);
            if (own % 2_500 === 500) await sql`analyze thread, post, vote`.execute(db);
            const turn = Math.random();
            try {
              await wheel.find(([share]) => turn <= share)![1](own);
            } catch (error) {
              if (error instanceof AppError) refused += 1;
              else failed.push(error);
            }
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, write));
        await trouble;
        const written = Date.now();
        expect(failed.slice(0, 3)).toEqual([]);
        // Two votes of the same post at once and the like are refused.
        expect(refused).toBeLessThan(WRITES / 4);

        // Nobody does anything any more but the worker.
        for (const until = Date.now() + (MINUTES - 4) * 60_000; Date.now() < until;) {
          const { jobs, outbox } = await waiting();
          if (jobs + outbox === 0) break;
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        expect(await waiting()).toEqual({ jobs: 0, outbox: 0 });
        const seen = await searching.stop();
        const mended = Date.now();
        expect(seen.wrong).toEqual([]);
        expect(seen.behind).toBeGreaterThan(0);
        expect(seen.behind).toBeLessThan(seen.times.length);
        expect(await examineSearch(db)).toEqual([]);
        const published = await db
          .selectFrom("thread")
          .select(["id", "title"])
          .where("community_id", "=", community.id)
          .where("state", "=", "published")
          .execute();
        const atServer = await held();
        expect(atServer).toEqual(new Map(published.map(({ id, title }) => [id, title])));

        const times = seen.times.toSorted((a, b) => a - b);
        process.stdout.write(
          [
            `  ${WRITES} writes in ${Math.round((written - began) / 1_000)} s, ${refused} refused, 0 failed`,
            `equal ${Math.round((mended - written) / 1_000)} s later, ${atServer.size} threads`,
            `${times.length} searches, ${seen.behind} of them by PostgreSQL`,
            `slowest ${times.at(-1)!.toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]!.toFixed(0)} ms\n`,
          ].join("; "),
        );
      },
    );
  });
}
