import { existsSync, rmSync } from "node:fs";
import { withLock } from "./file-lock.mjs";
import { addHolder, countHolders } from "./holders.mjs";
import { databaseName, initialiseData, readOrMakePassword } from "./postgres-initialise.mjs";
import { preparePlace } from "./postgres-place.mjs";
import { findRunning, launchServer, stopServer, waitUntilReady } from "./postgres-server.mjs";
import { findProcess } from "./process-info.mjs";
import { explainSystemError, Trouble } from "./trouble.mjs";

/**
 * @typedef {import("./postgres-place.mjs").Place} Place
 * @typedef {object} PostgresOptions
 * @property {string} dataDir the server's data folder, made when missing; password, port, log
 *   and holders are kept beside it
 * @property {string[]} [flags] further arguments for the server, such as ["-c", "fsync=off"];
 *   they count only when it is not running yet
 * @property {(line: string) => void} [log] told what takes time
 * @typedef {object} Postgres
 * @property {string} url connection string of the database, owned by a superuser
 * @property {boolean} reused whether the server was running already
 * @property {() => number} pid the server's process
 * @property {() => Promise<void>} stop lets go; the last process to let go stops the server
 * @property {(onFailure: (error: unknown) => void) => void} keepAlive restarts the server when
 *   it dies before `stop`; told when that fails
 */

const watchIntervalMs = 500;

/**
 * Starts the embedded PostgreSQL on a data folder, or joins the server that runs there.
 * @param {PostgresOptions} options
 * @returns {Promise<Postgres>}
 * @throws {Trouble} when it cannot be started, with what to do
 */
export async function startPostgres({ dataDir, flags = [], log = () => undefined }) {
  try {
    const place = preparePlace(dataDir);
    return await withLock(place.lock, () => join(place, flags, log), {
      onWait: () => log("Waiting for another command to start or stop the database…"),
    });
  } catch (error) {
    throw explainSystemError(error, "start the database");
  }
}

/**
 * @param {Place} place
 * @param {string[]} flags
 * @param {(line: string) => void} log
 * @returns {Promise<Postgres>}
 */
async function join(place, flags, log) {
  let { running, reused } = await ensureRunning(place, flags, log);
  const holder = addHolder(place.holders);
  const password = readOrMakePassword(place);
  /** @type {NodeJS.Timeout | undefined} */
  let watch;
  let stopped = false;

  /** @param {(error: unknown) => void} onFailure */
  function keepAlive(onFailure) {
    watch = setTimeout(async () => {
      try {
        if (!findProcess(running.pid)) await revive();
        if (!stopped) keepAlive(onFailure);
      } catch (error) {
        if (!stopped) onFailure(explainSystemError(error, "restart the database"));
      }
    }, watchIntervalMs);
    watch.unref();
  }

  async function revive() {
    await withLock(place.lock, async () => {
      if (stopped) return;
      log("The database stopped unexpectedly; starting it again…");
      const { port } = running;
      ({ running } = await ensureRunning(place, flags, log));
      if (running.port !== port) {
        throw new Trouble(
          `The database had to move from port ${port} to ${running.port}, taken by another program.`,
          "Start Porchlight again.",
        );
      }
    });
  }

  async function stop() {
    if (stopped) return;
    stopped = true;
    clearTimeout(watch);
    await withLock(place.lock, async () => {
      rmSync(holder, { force: true });
      if (countHolders(place.holders) === 0) await stopServer(place);
    });
  }

  return {
    url: `postgres://${databaseName}:${password}@127.0.0.1:${running.port}/${databaseName}`,
    reused,
    pid: () => running.pid,
    stop,
    keepAlive,
  };
}

/**
 * @param {Place} place
 * @param {string[]} flags
 * @param {(line: string) => void} log
 */
async function ensureRunning(place, flags, log) {
  const found = findRunning(place);
  if (found && !existsSync(place.password)) {
    // Without its password a server cannot be joined, only started again with a new one.
    if (countHolders(place.holders) > 0) {
      throw new Trouble(
        `The database runs, but the file with its password (${place.password}) is gone.`,
        "Stop every running Porchlight command, then start again: a new password is made.",
      );
    }
    await stopServer(place);
  } else if (found) {
    const running = await waitUntilReady(place, log);
    if (running) return { running, reused: true };
  }
  await initialiseData(place, log);
  return { running: await launchServer(place, flags, log), reused: false };
}
