import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { brokenFolder, explainPostgresOutput, explainSpawnError } from "./postgres-trouble.mjs";
import { Trouble } from "./trouble.mjs";

/** @typedef {import("./postgres-place.mjs").Place} Place */

/** The database and its owner. */
export const databaseName = "porchlight";

/** The environment of the binaries: none of the PG* variables or libraries of the caller. */
export const postgresEnv = /** @type {const} */ ({
  NODE_ENV: "production",
  PATH: "/usr/bin:/bin",
  LANG: "C",
  LC_ALL: "C",
  TZ: "UTC",
});

/**
 * Makes the data folder with its password and database when there is none yet. It is made
 * beside and moved into place at the end, so an interrupted start leaves no half of one.
 * @param {Place} place
 * @param {(line: string) => void} log
 * @returns {Promise<void>}
 * @throws {Trouble} when the folder is there but holds no database, or initdb fails
 */
export async function initialiseData(place, log) {
  if (existsSync(path.join(place.data, "PG_VERSION"))) {
    if (!existsSync(place.password)) await renewPassword(place);
    return;
  }
  if (existsSync(place.data)) {
    if (readdirSync(place.data).length > 0) throw new Trouble(...brokenFolder(place));
    rmdirSync(place.data);
  }
  log("Making the database folder (the first time only)…");
  const parent = path.dirname(place.data);
  const prefix = `${path.basename(place.data)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix)) rmSync(path.join(parent, name), { recursive: true });
  }
  const fresh = path.join(parent, `${prefix}${process.pid}`);
  const passwordFile = path.join(parent, `${prefix}${process.pid}-password`);
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, readOrMakePassword(place), { mode: 0o600 });
    if (place.account) {
      chownSync(fresh, place.account.uid, place.account.gid);
      chownSync(passwordFile, place.account.uid, place.account.gid);
    }
    await runBinary(place, "initdb", [
      `--pgdata=${fresh}`,
      `--username=${databaseName}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ]);
    await runSingle(place, fresh, `CREATE DATABASE ${databaseName};`);
    renameSync(fresh, place.data);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {Place} place
 * @returns {string}
 */
export function readOrMakePassword(place) {
  if (!existsSync(place.password)) {
    writeFileSync(place.password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(place.password, "utf8").trim();
}

/** @param {Place} place whose password file was lost; its server does not run */
async function renewPassword(place) {
  const password = readOrMakePassword(place);
  try {
    await runSingle(place, place.data, `ALTER ROLE ${databaseName} PASSWORD '${password}';`);
  } catch (error) {
    rmSync(place.password, { force: true });
    throw error;
  }
}

/**
 * Runs one statement without a server.
 * @param {Place} place
 * @param {string} data
 * @param {string} sql
 */
function runSingle(place, data, sql) {
  return runBinary(place, "postgres", ["--single", "-D", data, "postgres"], `${sql}\n`);
}

/**
 * @param {Place} place
 * @param {string} name
 * @param {string[]} args
 * @param {string} [input]
 * @returns {Promise<void>}
 */
function runBinary(place, name, args, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.native, "bin", name), args, {
      uid: place.account?.uid,
      gid: place.account?.gid,
      cwd: "/",
      env: postgresEnv,
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.once("error", (error) => reject(explainSpawnError(place, error)));
    child.once("close", (code) => {
      // A single-user server answers a failed statement on its output and ends with 0.
      if (code === 0 && !/^(ERROR|FATAL|PANIC):|\b(ERROR|FATAL): /m.test(output)) resolve();
      else reject(explainPostgresOutput(place, output));
    });
  });
}
