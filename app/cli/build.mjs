import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { withLock } from "./file-lock.mjs";
import { withPackagePath } from "./node-version.mjs";
import { binDir, projectDir, stateDir } from "./paths.mjs";
import { precompress } from "./precompress.mjs";
import { runChild } from "./run-child.mjs";
import { explainSystemError, Trouble } from "./trouble.mjs";

const sources = [
  "app",
  "db",
  "search",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
];
const stampFile = path.join(projectDir, "build", ".stamp");

/**
 * Builds the site when its sources changed since the last build.
 * @param {(line: string) => void} log
 * @returns {Promise<boolean>} whether it was built now
 * @throws {Trouble} when the build fails, with its log
 */
export async function ensureBuilt(log) {
  if (isUpToDate()) return false;
  try {
    mkdirSync(stateDir, { recursive: true });
    return await withLock(
      path.join(stateDir, "build.lock"),
      async () => {
        if (isUpToDate()) return false;
        await build(log);
        return true;
      },
      { patienceMs: 600_000, onWait: () => log("Waiting for another command that builds…") },
    );
  } catch (error) {
    throw explainSystemError(error, "build the site");
  }
}

/** @param {(line: string) => void} log */
async function build(log) {
  log(existsSync(stampFile) ? "Building the site (sources changed)…" : "Building the site…");
  const startedAt = Date.now();
  const stamp = `${fingerprintFiles("stat")}\n${fingerprintFiles("content")}\n`;
  rmSync(stampFile, { force: true });
  const remix = path.join(binDir, "remix");
  if (!existsSync(remix)) {
    throw new Trouble(
      "The site has to be built, but the packages for building are not installed.",
      'Run "npm ci --include=dev", then the command again.',
    );
  }
  const { code, output, stopped } = await runChild(remix, ["vite:build"], {
    cwd: projectDir,
    env: withPackagePath({ ...process.env, NODE_ENV: "production" }),
    capture: true,
  });
  if (stopped) throw new Trouble("Building was stopped.", "Run the command again.");
  if (code !== 0) {
    throw new Trouble("The build failed.", `Its log:\n${output.trim()}`);
  }
  await precompress(path.join(projectDir, "build", "client", "assets"));
  writeFileSync(stampFile, stamp);
  log(`  built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** Compares times and sizes first, and contents only when those differ, as in a fresh copy. */
function isUpToDate() {
  if (!existsSync(stampFile)) return false;
  const [stat, content] = readFileSync(stampFile, "utf8").split("\n");
  if (stat === fingerprintFiles("stat")) return true;
  return content === fingerprintFiles("content");
}

/**
 * @param {"stat" | "content"} kind
 * @returns {string}
 */
function fingerprintFiles(kind) {
  const hash = createHash("sha256");
  for (const name of sources) addToHash(path.join(projectDir, name), hash, kind);
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @param {import("node:crypto").Hash} hash
 * @param {"stat" | "content"} kind
 */
function addToHash(file, hash, kind) {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info) return;
  if (info.isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(path.join(file, name), hash, kind);
    return;
  }
  if (/\.test\.[a-z]+$/.test(file)) return;
  hash.update(path.relative(projectDir, file));
  hash.update(kind === "stat" ? `\0${info.size} ${info.mtimeMs}\0` : readFileSync(file));
}
