import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "./free-port.mjs";
import { postgresEnv } from "./postgres-initialise.mjs";
import { explainPostgresOutput, explainSpawnError } from "./postgres-trouble.mjs";
import { findProcess } from "./process-info.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {import("./postgres-place.mjs").Place} Place
 * @typedef {{ pid: number, port: number, status: string }} Running
 */

const maxLogBytes = 5_000_000;
const recoveryPatienceMs = 300_000;
const stopPatienceMs = 20_000;

/**
 * Finds the server that runs on a data folder, and removes the traces of one that does not but
 * whose process id went to somebody else.
 * @param {Place} place
 * @returns {Running | null}
 */
export function findRunning(place) {
  const pidFile = path.join(place.data, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  // Lines of postmaster.pid: 1 process id, 4 port, 8 status.
  const lines = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(lines[0]);
  const owner = findProcess(pid);
  if (`${owner?.command} `.includes(` ${place.data} `)) {
    return { pid, port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  }
  // PostgreSQL itself recovers from a file whose process is gone, but not from a zombie or from
  // a stranger that has the number now.
  if (owner || isSignalable(pid)) rmSync(pidFile, { force: true });
  return null;
}

/**
 * Waits until a running server accepts connections.
 * @param {Place} place
 * @param {(line: string) => void} log
 * @returns {Promise<Running | null>} null when it ended instead
 */
export async function waitUntilReady(place, log) {
  const startedAt = Date.now();
  let told = false;
  for (;;) {
    const running = findRunning(place);
    if (!running) return null;
    if (running.status === "ready") return running;
    const waited = Date.now() - startedAt;
    if (waited > recoveryPatienceMs) {
      throw new Trouble(
        `The database has been ${running.status || "starting"} for five minutes.`,
        `See its log: ${place.log}`,
      );
    }
    if (waited > 3_000 && !told) {
      log(`The database is ${running.status || "starting"}, which takes a moment…`);
      told = true;
    }
    await sleep(15);
  }
}

/**
 * Starts the server and waits until it accepts connections.
 * @param {Place} place
 * @param {string[]} flags arguments beyond our own
 * @param {(line: string) => void} log
 * @returns {Promise<Running>}
 * @throws {Trouble} when it ends instead
 */
export async function launchServer(place, flags, log) {
  let wished = existsSync(place.port) ? Number(readFileSync(place.port, "utf8")) || 0 : 0;
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const port = await findFreePort(wished);
    const result = await launchOnce(place, [...flags, "-c", `port=${port}`], log);
    if (typeof result !== "string") {
      writeFileSync(place.port, String(port));
      return result;
    }
    // The port went to somebody else just now; or processes of a server that was killed are
    // still ending.
    const passing = /could not bind|Address already in use|still in use|lock file .* exists/;
    if (!passing.test(result) || Date.now() > giveUpAt) throw explainPostgresOutput(place, result);
    if (/bind|Address/.test(result)) wished = 0;
    await sleep(200);
  }
}

/**
 * @param {Place} place
 * @param {string[]} flags
 * @param {(line: string) => void} log
 * @returns {Promise<Running | string>} what it wrote when it ended
 */
async function launchOnce(place, flags, log) {
  // PostgreSQL insists on a folder nobody else can read; a copy or a backup may be wider.
  if (statSync(place.data).mode & 0o077) chmodSync(place.data, 0o700);
  const tooLong = (statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes;
  const logFile = openSync(place.log, tooLong ? "w" : "a", 0o600);
  const logStart = fstatSync(logFile).size;
  const child = spawn(
    path.join(place.native, "bin", "postgres"),
    ["-D", place.data, ...settings(flags)],
    {
      uid: place.account?.uid,
      gid: place.account?.gid,
      cwd: "/",
      env: postgresEnv,
      // Its own session, so that Ctrl-C reaches the application first; a file rather than a
      // pipe, so that it can outlive us.
      detached: true,
      stdio: ["ignore", logFile, logFile],
    },
  );
  closeSync(logFile);
  /** @type {Promise<NodeJS.ErrnoException | "ended">} */
  const end = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", () => resolve("ended"));
  });
  child.unref();
  /** @type {NodeJS.ErrnoException | "ended" | null} */
  let ended = null;
  void end.then((value) => (ended = value));
  for (;;) {
    await sleep(10);
    if (ended !== null) break;
    if (findRunning(place)?.pid !== child.pid) continue;
    const ready = await waitUntilReady(place, log);
    if (ready) return ready;
  }
  const result = await end;
  if (result !== "ended") throw explainSpawnError(place, result);
  return readFileSync(place.log).subarray(logStart).toString("utf8");
}

/**
 * @param {string[]} flags
 * @returns {string[]}
 */
function settings(flags) {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    dynamic_shared_memory_type: hasRoomInSharedMemory() ? "posix" : "mmap",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const own = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return [...own, ...flags];
}

/** Containers often have 64 MB there, too little for parallel queries. */
function hasRoomInSharedMemory() {
  if (process.platform !== "linux") return true;
  try {
    const { bsize, blocks } = statfsSync("/dev/shm");
    return bsize * blocks >= 256_000_000;
  } catch {
    return false;
  }
}

/**
 * Stops a server, ending its connections, and waits until it is gone.
 * @param {Place} place
 * @returns {Promise<void>}
 */
export async function stopServer(place) {
  const running = findRunning(place);
  if (!running) return;
  // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
  // SIGQUIT stops at once and is recovered from at the next start.
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", stopPatienceMs],
    ["SIGQUIT", 5_000],
  ])) {
    if (!signalProcess(running.pid, signal)) return;
    for (let waited = 0; waited < patience; waited += 10) {
      if (!findProcess(running.pid)) return;
      await sleep(10);
    }
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} false when there is no such process, or it is not ours
 */
function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isSignalable(pid) {
  return pid > 0 && signalProcess(pid, 0);
}
