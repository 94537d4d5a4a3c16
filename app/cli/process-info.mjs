import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ startedAt: string, command: string }} ProcessInfo
 * `startedAt` tells two processes with the same id apart; `command` is the command line.
 */

const hasProc = existsSync("/proc/self/stat");

/**
 * Looks a process up. A zombie counts as gone.
 * @param {number} pid
 * @returns {ProcessInfo | null} null when no such process runs
 */
export function findProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return hasProc ? findInProc(pid) : findByPs(pid);
}

/**
 * @param {number} pid
 * @returns {ProcessInfo | null}
 */
function findInProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces: fields are counted from the last one, which
    // makes the state number 0 and the start time (field 22 of proc(5)) number 19.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
    return { startedAt: fields[19] ?? "", command };
  } catch {
    return null;
  }
}

/**
 * The parent of a process that is not our own.
 * @param {number} pid
 * @returns {number | null} null when it is gone, or the system does not tell cheaply
 */
export function findParent(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {ProcessInfo | null}
 */
function findByPs(pid) {
  try {
    const line = execFileSync("ps", ["-o", "lstart=,command=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, LC_ALL: "C" },
    }).trim();
    if (line === "") return null;
    return { startedAt: line.slice(0, 24), command: line.slice(24).trim() };
  } catch {
    return null;
  }
}

/**
 * A line that names a process beyond the reuse of its id, to be kept in a file.
 * @param {number} pid
 * @returns {string}
 */
export function processMark(pid) {
  return `${pid} ${findProcess(pid)?.startedAt ?? ""}`;
}

/**
 * Whether the process named by a mark still runs.
 * @param {string} mark as written by processMark
 * @returns {boolean}
 */
export function isMarkAlive(mark) {
  const space = mark.indexOf(" ");
  if (space < 1) return false;
  const info = findProcess(Number(mark.slice(0, space)));
  return info !== null && info.startedAt === mark.slice(space + 1).trim();
}
