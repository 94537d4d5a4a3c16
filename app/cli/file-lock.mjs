import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isMarkAlive, processMark } from "./process-info.mjs";
import { Trouble } from "./trouble.mjs";

let attempts = 0;

/**
 * Runs `work` while holding a lock file. The lock of a process that died is taken over.
 * @template T
 * @param {string} file the lock file; its folder exists
 * @param {() => Promise<T>} work
 * @param {{ patienceMs?: number, onWait?: () => void }} [options] how long to wait for the other
 *   holder (two minutes by default), and what to call once when there is waiting to do
 * @returns {Promise<T>} what `work` returned
 * @throws {Trouble} when another process keeps the lock for too long
 */
export async function withLock(file, work, { patienceMs = 120_000, onWait } = {}) {
  const mine = `${file}.${process.pid}-${(attempts += 1)}`;
  const giveUpAt = Date.now() + patienceMs;
  let waited = false;
  writeFileSync(mine, processMark(process.pid));
  try {
    // A link appears with its content or not at all, so nobody ever reads a half-written lock.
    while (!tryLink(mine, file)) {
      const holder = readIfThere(file);
      if (holder !== null && !isMarkAlive(holder)) {
        breakLock(file, holder, `${mine}.stale`);
        continue;
      }
      if (Date.now() > giveUpAt) {
        throw new Trouble(
          `Another Porchlight command (process ${holder?.split(" ")[0]}) has held ${file} for too long.`,
          "Wait for it to end, or end it, then run the command again.",
        );
      }
      if (!waited) onWait?.();
      waited = true;
      await sleep(30);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {boolean} whether the link was made
 */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * Removes the lock of a dead holder, unless somebody took it over in the meantime.
 * @param {string} file
 * @param {string} deadHolder the content that was found dead
 * @param {string} aside where the lock is moved while looked at
 */
function breakLock(file, deadHolder, aside) {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== deadHolder) tryLink(aside, file);
  rmSync(aside, { force: true });
}
