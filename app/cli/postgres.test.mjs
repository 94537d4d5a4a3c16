import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { startPostgres } from "./postgres.mjs";
import { findProcess } from "./process-info.mjs";

const flags = ["-c", "fsync=off", "-c", "shared_buffers=16MB"];
const module = new URL("./postgres.mjs", import.meta.url).href;

/** @type {string[]} */
const folders = [];
/** @type {(() => Promise<unknown>)[]} */
const cleanups = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeDataDir() {
  const folder = mkdtempSync(path.join(tmpdir(), "porchlight-postgres-"));
  folders.push(folder);
  // The account that root hands the server to has to get there.
  chmodSync(folder, 0o755);
  return path.join(folder, "postgres");
}

/** @param {string} dataDir */
async function start(dataDir) {
  const server = await startPostgres({ dataDir, flags });
  cleanups.push(server.stop);
  return server;
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Starts the server from a process of its own that keeps it until it is told to go.
 * @param {string} dataDir
 */
async function startElsewhere(dataDir) {
  const program =
    `const { startPostgres } = await import(${JSON.stringify(module)});` +
    `const server = await startPostgres(${JSON.stringify({ dataDir, flags })});` +
    `process.stdout.write(JSON.stringify({ pid: server.pid(), url: server.url }) + "\\n");` +
    `process.stdin.on("end", async () => { await server.stop(); process.exit(0); }).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const line = await new Promise((resolve) => child.stdout.once("data", resolve));
  const { pid, url } = JSON.parse(String(line));
  return { child, exited, pid, url };
}

test("starts, keeps its rows over a stop, and is gone after it", async () => {
  const dataDir = makeDataDir();
  const first = await start(dataDir);
  expect(first.reused).toBe(false);
  await query(first.url, "create table kept as select 'é' as word");
  const pid = first.pid();
  await first.stop();
  expect(findProcess(pid)).toBeNull();

  const second = await start(dataDir);
  expect(second.reused).toBe(false);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "select upper(word) as word from kept")).toEqual([{ word: "É" }]);
});

test("two at the same moment share one server, and the last to leave stops it", async () => {
  const dataDir = makeDataDir();
  const [one, two] = await Promise.all([startElsewhere(dataDir), start(dataDir)]);
  expect(two.url).toBe(one.url);
  expect(two.pid()).toBe(one.pid);
  one.child.stdin.end();
  await one.exited;
  expect(await query(two.url, "select 1 as here")).toEqual([{ here: 1 }]);
  await two.stop();
  expect(findProcess(two.pid())).toBeNull();
});

test("a server whose launcher was killed is joined, and stopped in the end", async () => {
  const dataDir = makeDataDir();
  const killed = await startElsewhere(dataDir);
  killed.child.kill("SIGKILL");
  await killed.exited;
  const joined = await start(dataDir);
  expect(joined.reused).toBe(true);
  expect(joined.pid()).toBe(killed.pid);
  await joined.stop();
  expect(findProcess(killed.pid)).toBeNull();
});

test("recovers after the server was killed, and after its number went to another process", async () => {
  const dataDir = makeDataDir();
  const first = await start(dataDir);
  await query(first.url, "create table kept as select 1 as n");
  process.kill(first.pid(), "SIGKILL");
  await expect.poll(() => findProcess(first.pid())).toBeNull();
  const second = await start(dataDir);
  expect(second.pid()).not.toBe(first.pid());
  expect(await query(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  await first.stop();
  await second.stop();

  const stranger = [process.pid, dataDir, 0, 5432, "", "127.0.0.1", "", "ready"].join("\n");
  writeFileSync(path.join(dataDir, "postmaster.pid"), stranger);
  const third = await start(dataDir);
  expect(await query(third.url, "select n from kept")).toEqual([{ n: 1 }]);
});

test("a server that dies while it is used is started again on the same port", async () => {
  const server = await start(makeDataDir());
  /** @type {unknown} */
  let failure = null;
  server.keepAlive((error) => (failure = error));
  const before = server.pid();
  process.kill(before, "SIGKILL");
  await expect.poll(() => server.pid() !== before, { timeout: 10_000 }).toBe(true);
  expect(await query(server.url, "select 1 as here")).toEqual([{ here: 1 }]);
  expect(failure).toBeNull();
});

test("a damaged folder is reported with what to do, and left as it is", async () => {
  const dataDir = makeDataDir();
  const server = await start(dataDir);
  await server.stop();
  rmSync(path.join(dataDir, "global", "pg_control"));
  await expect(startPostgres({ dataDir, flags })).rejects.toMatchObject({
    message: `The database folder ${dataDir} is damaged or incomplete.`,
    advice: expect.stringContaining(`mv ${dataDir} ${dataDir}-old`),
  });
  rmSync(path.join(dataDir, "PG_VERSION"));
  await expect(startPostgres({ dataDir, flags })).rejects.toMatchObject({
    advice: expect.stringContaining(`mv ${dataDir} ${dataDir}-old`),
  });
  expect(readFileSync(path.join(dataDir, "postgresql.conf"), "utf8")).not.toBe("");
});

test("a lost password file is made anew", async () => {
  const dataDir = makeDataDir();
  const first = await start(dataDir);
  await first.stop();
  rmSync(`${dataDir}.password`);
  const second = await start(dataDir);
  expect(second.url).not.toBe(first.url);
  expect(await query(second.url, "select 1 as here")).toEqual([{ here: 1 }]);
});
