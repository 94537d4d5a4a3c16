import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./file-lock.mjs";
import { explainNpm } from "./npm-trouble.mjs";
import { onStop } from "./on-stop.mjs";
import { projectDir, stateDir } from "./paths.mjs";
import { explainSystemError, Trouble } from "./trouble.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean,
 *   link?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string> }} LockEntry
 */

const progressEveryMs = 5_000;

/**
 * Installs the packages of package-lock.json when they are missing or differ from it.
 * @param {(line: string) => void} log
 * @param {string} [dir] the project's folder
 * @returns {Promise<void>}
 * @throws {Trouble} when npm fails, with what to do
 */
export async function ensureInstalled(log, dir = projectDir) {
  try {
    if (findDifference(dir) === null) return;
    mkdirSync(stateDir, { recursive: true });
    await withLock(
      path.join(stateDir, "install.lock"),
      async () => {
        const difference = findDifference(dir);
        if (difference === null) return;
        log(`${difference}.`);
        await install(dir, log);
        writeStamp(dir);
      },
      {
        patienceMs: 900_000,
        onWait: () => log("Waiting for another command that installs packages…"),
      },
    );
  } catch (error) {
    throw explainSystemError(error, "install the packages");
  }
}

/** @param {string} dir */
function stampFile(dir) {
  return path.join(dir, "node_modules", ".porchlight-lock");
}

/** @param {string} dir */
function hashLock(dir) {
  return createHash("sha256")
    .update(readFileSync(path.join(dir, "package-lock.json")))
    .digest("hex");
}

/**
 * Compares what is installed with package-lock.json.
 * @param {string} dir the project's folder
 * @returns {string | null} the first difference, or null when there is none
 */
export function findDifference(dir) {
  const stamp = stampFile(dir);
  if (existsSync(stamp) && readFileSync(stamp, "utf8").trim() === hashLock(dir)) return null;
  const difference = compareWithLock(dir);
  if (difference === null) writeStamp(dir);
  return difference;
}

/** @param {string} dir */
function writeStamp(dir) {
  try {
    writeFileSync(stampFile(dir), `${hashLock(dir)}\n`);
  } catch (error) {
    // A folder that is complete but not ours to write, as in a container image, is fine.
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
  }
}

/**
 * Compares what npm noted in node_modules, whoever ran it, with the lock file.
 * @param {string} dir
 * @returns {string | null}
 */
function compareWithLock(dir) {
  const installed = readPackages(path.join(dir, "node_modules", ".package-lock.json"));
  if (!installed) return "The packages are not installed yet";
  const wanted = readPackages(path.join(dir, "package-lock.json")) ?? {};
  const built = existsSync(path.join(dir, "build", ".stamp"));
  const needed = neededBy([wanted[""], ...Object.values(installed)]);
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === "" || entry.link) continue;
    const there = installed[name];
    if (there && there.version !== entry.version) {
      return `${name} is ${there.version}, and package-lock.json wants ${entry.version}`;
    }
    if (there || isDispensable(entry, built)) continue;
    // npm leaves out what only packages for other systems depend on.
    if (entry.optional && !needed.has(packageName(name))) continue;
    return `${name} is missing`;
  }
  return null;
}

/**
 * @param {(LockEntry | undefined)[]} entries
 * @returns {Set<string>} the names of the packages that these depend on
 */
function neededBy(entries) {
  const kinds = /** @type {const} */ (["dependencies", "devDependencies", "optionalDependencies"]);
  return new Set(
    entries.flatMap((entry) => kinds.flatMap((kind) => Object.keys(entry?.[kind] ?? {}))),
  );
}

/** @param {string} place where the lock file has it, such as node_modules/a/node_modules/b */
function packageName(place) {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

/**
 * Whether a package may be missing: it is for another system, or serves only development and
 * this is a built installation in production.
 * @param {LockEntry} entry
 * @param {boolean} built
 */
function isDispensable(entry, built) {
  if ((entry.dev || entry.devOptional) && built && process.env.NODE_ENV === "production") {
    return true;
  }
  const libc = process.platform === "linux" ? linuxLibc() : undefined;
  return (
    entry.optional === true &&
    ((entry.os && !entry.os.includes(process.platform)) ||
      (entry.cpu && !entry.cpu.includes(process.arch)) ||
      (entry.libc && libc !== undefined && !entry.libc.includes(libc)))
  );
}

function linuxLibc() {
  return existsSync("/lib/ld-musl-x86_64.so.1") || existsSync("/lib/ld-musl-aarch64.so.1")
    ? "musl"
    : "glibc";
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} dir
 * @param {(line: string) => void} log
 */
async function install(dir, log) {
  log("Installing the packages with npm (the first time takes a minute or so)…");
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const progress = setInterval(
    () => log(`  … ${seconds()} s, ${countFolders(dir)} folders in node_modules`),
    progressEveryMs,
  );
  try {
    await runNpm(dir);
  } finally {
    clearInterval(progress);
  }
  log(`  done in ${seconds()} s.`);
}

/** @param {string} dir */
function countFolders(dir) {
  try {
    return readdirSync(path.join(dir, "node_modules")).length;
  } catch {
    return 0;
  }
}

/**
 * @param {string} dir
 * @returns {Promise<void>}
 */
function runNpm(dir) {
  const cli = process.env.npm_execpath ?? "";
  const [command, ...first] = /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli] : ["npm"];
  const args = [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let stopped = false;
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const off = onStop(() => {
      stopped = true;
      child.kill("SIGTERM");
    });
    child.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      off();
      reject(error.code === "ENOENT" ? npmMissing() : error);
    });
    child.once("close", (code) => {
      off();
      if (code === 0) resolve();
      else if (stopped) reject(new Trouble("Installing was stopped.", "Run the command again."));
      else reject(explainNpm(output, dir));
    });
  });
}

function npmMissing() {
  return new Trouble("npm was not found.", "Install Node 24 with npm from https://nodejs.org.");
}
