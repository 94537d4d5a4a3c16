import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { examineSearch } from "#app/features/portability/examine-search.server.ts";
import { catchUpSearch, pushSearch } from "#app/jobs/keep-search.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { indexThreads } from "../index-threads.server.ts";
import { rebuildEngines } from "../rebuild-engines.server.ts";
import { searchEngine } from "../search-engine.server.ts";
import { NOW, seedCorpus, type Seeded } from "../testing/seed-corpus.ts";

const { db } = await cloneDatabase();

/** A server that takes connections and never says a word. */
const sockets = new Set<Socket>();
let requests = 0;
const silent: Server = createServer((socket) => {
  sockets.add(socket);
  socket.on("data", (bytes) => {
    if (/^[A-Z]+ \/\S* HTTP/.test(bytes.toString("latin1"))) requests += 1;
  });
  socket.on("error", () => {});
}).listen(0, "127.0.0.1");
await once(silent, "listening");
const { port } = silent.address() as { port: number };
process.env.MEILISEARCH_URL = `http://127.0.0.1:${port}`;
process.env.MEILISEARCH_KEY = "a-key-for-tests";

let seeded: Seeded;
let ids: Map<string, number>;

beforeAll(async () => {
  const { id, locale, spaces } = await makeCommunity(db);
  const mobile = await makeSpace(db, id, { slug: "mobile" });
  const billing = await makeSpace(db, id, { slug: "billing" });
  seeded = { community: { id, locale }, spaces: { general: spaces.general, mobile, billing } };
  ({ ids } = await seedCorpus(db, seeded));
});

/** From now on nobody listens there at all. */
async function stopListening(): Promise<void> {
  if (!silent.listening) return;
  for (const socket of sockets) socket.destroy();
  silent.close();
  await once(silent, "close");
}

afterAll(stopListening);

const search = (query: string) =>
  searchEngine(db).search({
    communityId: seeded.community.id,
    locale: "en",
    spaceIds: Object.values(seeded.spaces),
    query,
    limit: 5,
    now: NOW,
  });

const outbox = () =>
  db
    .selectFrom("search_outbox")
    .select("thread_id")
    .where("community_id", "=", seeded.community.id)
    .execute();

it("answers from PostgreSQL while Meilisearch takes connections but never answers", async () => {
  await indexThreads(db, seeded.community, [...ids.values()]);
  const found = await search("bridge mode");
  expect(found.matches[0]?.threadId).toBe(ids.get("hub-bridge"));
  expect(found).toMatchObject({ engine: "postgres", behind: true });
  const similar = await searchEngine(db).similar({
    communityId: seeded.community.id,
    locale: "en",
    spaceIds: Object.values(seeded.spaces),
    title: "My Hub 3 keeps losing the wifi at night",
    limit: 3,
    now: NOW,
  });
  expect(similar[0]?.threadId).toBe(ids.get("hub-drops"));
});

it("leaves a Meilisearch that did not answer alone for a while", async () => {
  // However slow the machine, no time passes between these searches.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  await search("router");
  const before = requests;
  for (let query = 0; query < 5; query += 1) expect((await search("router")).behind).toBe(true);
  expect(requests).toBe(before);
  vi.setSystemTime(Date.now() + 6_000);
  await search("router");
  expect(requests).toBe(before + 1);
  vi.useRealTimers();
});

it("keeps what it could not send, and fails no job, when nobody is there at all", async () => {
  await stopListening();
  const client = new Meilisearch({ host: process.env.MEILISEARCH_URL! });
  await expect(client.health()).rejects.toThrow();
  expect((await outbox()).length).toBe(ids.size);
  await pushSearch(db);
  await catchUpSearch(db);
  const { embedded, meilisearch } = await rebuildEngines(db, seeded.community);
  expect(embedded?.documents).toBe(ids.size);
  expect(meilisearch).toHaveProperty("away");
  expect((await outbox()).length).toBe(ids.size);
  expect((await search("voicemail")).matches[0]?.threadId).toBe(ids.get("voicemail"));
});

it("is told of by doctor", async () => {
  const differences = await examineSearch(db, seeded.community.id);
  expect(differences.map(({ check }) => check)).toEqual(["search.meilisearch"]);
});
