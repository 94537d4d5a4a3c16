import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { publish } from "#app/events/publish.server.ts";
import { cloneDatabase, TEST_ENV } from "#db/testing/clone.ts";
import { openFreezingProxy } from "#db/testing/freezing-proxy.ts";
import { makeCommunity, makeMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { dispatchEvent, runSubscriber } from "./dispatch.server.ts";
import { subscribersOf } from "./subscriptions.server.ts";

const database = await cloneDatabase();
const { db } = database;
const workers: ChildProcess[] = [];

async function startWorkerProcess(url = database.url): Promise<ChildProcess> {
  const child = fork(path.resolve("db/testing/worker-process.ts"), {
    env: { ...process.env, ...TEST_ENV, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  workers.push(child);
  await once(child, "message");
  return child;
}

afterEach(async () => {
  for (const child of workers.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

async function jobsLeft(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(
    db,
  );
  return rows[0]!.n;
}

async function waitUntil(done: () => Promise<boolean>, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1_000;
  while (!(await done())) {
    if (Date.now() > until) throw new Error(`not done within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function joinMembers(count: number) {
  const community = await makeCommunity(db);
  for (let n = 0; n < count; n += 1) {
    const member = await makeMember(db, community, { verified: false });
    await inTransaction(db, (tx) =>
      publish(tx, {
        communityId: community.id,
        actorId: member.id,
        type: "member.joined",
        payload: { memberId: member.id },
      }),
    );
  }
  return community;
}

async function mailsOf(communityId: number): Promise<number> {
  const { n } = await db
    .selectFrom("mail")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("community_id", "=", communityId)
    .executeTakeFirstOrThrow();
  return n;
}

test("a fact whose transaction is rolled back tells nobody", async () => {
  const community = await makeCommunity(db);
  const before = await jobsLeft();
  await inTransaction(db, async (tx) => {
    const payload = { memberId: 1 };
    await publish(tx, { communityId: community.id, actorId: null, type: "member.joined", payload });
    throw new Error("changed my mind");
  }).catch(() => {});
  expect(await jobsLeft()).toBe(before);
  const events = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .execute();
  expect(events).toEqual([]);
});

test("dispatching and running twice has one effect", async () => {
  const community = await joinMembers(1);
  const event = await db
    .selectFrom("event")
    .select("id")
    .where("community_id", "=", community.id)
    .executeTakeFirstOrThrow();
  const ref = { communityId: community.id, eventId: event.id };
  for (let turn = 0; turn < 2; turn += 1) {
    await dispatchEvent(db, ref);
    for (const { name } of subscribersOf("member.joined")) {
      await runSubscriber(db, { ...ref, subscriber: name });
    }
  }
  expect(await mailsOf(community.id)).toBe(1);
});

test("facts of one thread that wait are looked at once, those of another thread beside them", async () => {
  const community = await makeCommunity(db);
  const start = await sql<{
    n: number;
  }>`select coalesce(max(id), 0)::int as n from graphile_worker.jobs`.execute(db);
  for (const threadId of [1, 1, 2, 1]) {
    await inTransaction(db, (tx) =>
      publish(tx, {
        communityId: community.id,
        actorId: null,
        type: "same_here.changed",
        payload: { threadId },
      }),
    );
  }
  const facts = await db
    .selectFrom("event")
    .select("id")
    .where("community_id", "=", community.id)
    .execute();
  for (const { id } of facts) {
    await dispatchEvent(db, { communityId: community.id, eventId: id });
  }
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker.jobs
    where id > ${start.rows[0]!.n} and task_identifier = 'run_subscriber' order by key
  `.execute(db);
  const keys = rows.map(({ key }) => key);
  const once = ["index_thread", "watch_same_here"].flatMap((name) =>
    [1, 2].map((threadId) => `${community.id}:thread:${threadId}:${name}`),
  );
  expect(keys.filter((key) => key.includes(":thread:"))).toEqual(once.sort());
  const others = keys.filter((key) => !once.includes(key));
  expect(others).toEqual(facts.map(({ id }) => `${id}:settle_badges`).sort());
});

test("kill -9 of a worker loses no fact and repeats no effect", async () => {
  const community = await joinMembers(120);
  const first = await startWorkerProcess();
  await waitUntil(async () => (await mailsOf(community.id)) > 5, 30);
  first.kill("SIGKILL");
  await once(first, "exit");
  const done = await mailsOf(community.id);
  expect(done, "the worker was killed in the middle").toBeLessThan(120);
  await startWorkerProcess();
  await waitUntil(async () => (await jobsLeft()) === 0, 60);
  expect(await mailsOf(community.id)).toBe(120);
}, 120_000);

test("the jobs of a worker that was killed while it held them run again within two minutes", async () => {
  const community = await joinMembers(1);
  await sql`
    update graphile_worker._private_jobs
    set locked_by = 'worker-dead', locked_at = now() - interval '1 minute', attempts = 1
  `.execute(db);
  await startWorkerProcess();
  await waitUntil(async () => (await mailsOf(community.id)) === 1, 60);
}, 90_000);

async function leases(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_locks where locktype = 'advisory' and classid = 748201
      and database = (select oid from pg_database where datname = current_database())
  `.execute(db);
  return rows[0]!.n;
}

test("a worker holds a lease for as long as it lives", async () => {
  const child = await startWorkerProcess();
  await waitUntil(async () => (await leases()) === 3, 20);
  child.kill("SIGKILL");
  await once(child, "exit");
  await waitUntil(async () => (await leases()) === 0, 20);
}, 60_000);

test("a worker outlives a database that answers nothing for longer than it waits", async () => {
  const proxy = await openFreezingProxy(database.url);
  const worker = await startWorkerProcess(proxy.url);
  const before = await joinMembers(5);
  await waitUntil(async () => (await mailsOf(before.id)) === 5, 30);
  const during = await joinMembers(20);
  proxy.freeze();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  proxy.thaw();
  await waitUntil(async () => (await mailsOf(during.id)) === 20 && (await jobsLeft()) === 0, 60);
  expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
  proxy.close();
}, 120_000);
