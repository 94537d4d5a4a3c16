import { Trouble } from "./trouble.mjs";

/** @typedef {import("./postgres-place.mjs").Place} Place */

const ownServer = "Or use a PostgreSQL server of your own: DATABASE_URL=postgres://… npm start";

/**
 * What PostgreSQL writes, and what it means to the person who reads it. First match wins.
 * @type {{ pattern: RegExp, explain: (place: Place) => [what: string, advice: string] }[]}
 */
const explanations = [
  {
    pattern: /No space left on device|Disk quota exceeded|Check free disk space/,
    explain: ({ data }) => [
      `The database cannot start: the disk is full (${data}).`,
      "Free some space and run the command again. Nothing is lost.",
    ],
  },
  {
    pattern: /GLIBC_[\d.]+' not found|version `GLIBC/,
    explain: () => [
      "The database server from npm needs glibc 2.27 or newer, and this system has an older one.",
      `Use a newer system (Debian 11, Ubuntu 20.04, or later).\n${ownServer}`,
    ],
  },
  {
    pattern: /error while loading shared libraries/,
    explain: () => [
      "The database server from npm misses a library on this system (named below).",
      `Install it with the system's package manager, then run the command again.\n${ownServer}`,
    ],
  },
  {
    pattern: /could not look up effective user ID|user does not exist/,
    explain: () => [
      "The database cannot start: the account it would run as has no entry in /etc/passwd.",
      `Run Porchlight as an account that has one.\n${ownServer}`,
    ],
  },
  {
    pattern: /wrong ownership|could not change permissions of directory/,
    explain: ({ data }) => [
      `The database cannot start: ${data} belongs to another account.`,
      "Run the command as the account that owns it, or give it away: chown -R <account> <folder>.",
    ],
  },
  {
    pattern: /incompatible with server|was initialized by PostgreSQL version/,
    explain: (place) => [
      `The database in ${place.data} was made by another version of PostgreSQL.`,
      moveAway(place),
    ],
  },
  {
    pattern: /could not bind|Address already in use|could not create any TCP\/IP sockets/,
    explain: () => [
      "The database cannot start: it found no free port on 127.0.0.1.",
      "Check that the address 127.0.0.1 exists and that not all ports are taken.",
    ],
  },
  {
    pattern: /Cannot allocate memory|could not map anonymous shared memory|could not fork/,
    explain: () => [
      "The database cannot start: there is too little memory (it asks for about 200 MB).",
      "Free some memory and run the command again.",
    ],
  },
  {
    pattern:
      /checkpoint record|pg_control|PANIC|corrupt|invalid data in|is not a valid data directory|does not exist|No such file or directory|could not open (file|directory)|could not read|invalid page|syntax error in file|configuration file .* contains errors|bogus data/,
    explain: (place) => brokenFolder(place),
  },
  {
    pattern: /Permission denied|Operation not permitted/,
    explain: ({ data }) => [
      `The database cannot start: it may not read or write ${data}.`,
      "Run the command as the account that owns this folder, or give the account access to it.",
    ],
  },
];

/**
 * Explains why initdb or the server ended.
 * @param {Place} place
 * @param {string} output what it wrote
 * @returns {Trouble}
 */
export function explainPostgresOutput(place, output) {
  const known = explanations.find(({ pattern }) => pattern.test(output));
  const [what, advice] = known
    ? known.explain(place)
    : ["The database did not start.", `Its log is ${place.log}.\n${moveAway(place)}`];
  const tail = output.trim().split("\n").slice(-8).join("\n");
  return new Trouble(what, tail === "" ? advice : `${advice}\n\nPostgreSQL said:\n${tail}`);
}

/**
 * Explains why initdb or the server could not even be started.
 * @param {Place} place
 * @param {NodeJS.ErrnoException} error
 * @returns {Trouble}
 */
export function explainSpawnError(place, error) {
  if (error.code === "ENOENT") {
    return new Trouble(
      "The database server from npm does not run on this system: it needs glibc (Alpine has none).",
      `Use a system with glibc 2.27 or newer, such as Debian or Ubuntu.\n${ownServer}`,
    );
  }
  if (error.code === "EPERM" && place.account) {
    return new Trouble(
      "PostgreSQL does not run as root, and this root account may not switch to another account.",
      `Run Porchlight as an ordinary account.\n${ownServer}`,
    );
  }
  return new Trouble(
    `The database server could not be run: ${error.message}.`,
    `Check that ${place.native} is complete and on a disk that lets programs run.\n${ownServer}`,
  );
}

/**
 * @param {Place} place
 * @returns {[what: string, advice: string]}
 */
export function brokenFolder(place) {
  return [`The database folder ${place.data} is damaged or incomplete.`, moveAway(place)];
}

/** @param {Place} place */
function moveAway({ data }) {
  return (
    "Move the folder away and start again; a new, empty database is made and nothing is deleted:\n" +
    `mv ${data} ${data}-old\n` +
    "If you have a backup of the folder, put it back in its place instead."
  );
}
