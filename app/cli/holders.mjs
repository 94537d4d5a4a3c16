import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMarkAlive, processMark } from "./process-info.mjs";

let holds = 0;

/**
 * Notes that this process uses what `dir` stands for.
 * @param {string} dir one file per holder
 * @returns {string} the holder's file; removing it lets go
 */
export function addHolder(dir) {
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${process.pid}-${(holds += 1)}`);
  writeFileSync(file, processMark(process.pid));
  return file;
}

/**
 * Counts the holders that still run and forgets those that died without letting go.
 * @param {string} dir
 * @returns {number}
 */
export function countHolders(dir) {
  let living = 0;
  for (const name of listFiles(dir)) {
    const file = path.join(dir, name);
    const mark = readIfThere(file);
    if (mark !== null && isMarkAlive(mark)) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}

/**
 * @param {string} file
 * @returns {string | null} null when its holder let go a moment ago
 */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function listFiles(dir) {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
