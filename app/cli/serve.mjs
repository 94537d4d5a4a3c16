import { mkdirSync } from "node:fs";
import path from "node:path";
import { makeApplicationEnv, readAddress } from "./application-env.mjs";
import { ensureBuilt } from "./build.mjs";
import { onStop } from "./on-stop.mjs";
import { projectDir, stateDir } from "./paths.mjs";
import { startPostgres } from "./postgres.mjs";
import { runChild } from "./run-child.mjs";
import { ensurePortFree } from "./server-port.mjs";
import { supervise } from "./supervise.mjs";
import { explainSystemError } from "./trouble.mjs";

/**
 * @typedef {object} ServeOptions
 * @property {string} script the process's script, absolute
 * @property {string} name what it is called in messages
 * @property {string} command what a person types for this, for advice
 * @property {boolean} listens whether it takes PORT
 * @property {boolean} built whether it runs the built site
 * @property {boolean} [dev]
 * @property {string} [dir] where state is kept; the project's .porchlight by default
 * @property {(line: string) => void} log
 */

/**
 * Brings up everything a long-lived process of the application needs, and runs it.
 * @param {ServeOptions} options
 * @returns {Promise<number>} exit status
 * @throws {Trouble} when something it needs is not there, with what to do
 */
export async function serve(options) {
  const { script, name, listens, built, dev, dir = stateDir, log } = options;
  let asked = false;
  const off = onStop(() => (asked = true));
  /** @type {import("./postgres.mjs").Postgres | null} */
  let postgres = null;
  try {
    const pidFile = listens ? await claimPort(options, dir) : undefined;
    if (asked) return 0;
    if (!process.env.DATABASE_URL) {
      postgres = await startPostgres({ dataDir: path.join(dir, "postgres"), log });
    }
    const databaseUrl = process.env.DATABASE_URL || postgres?.url || "";
    if (built && !asked) await ensureBuilt(log);
    if (asked) return 0;
    const env = makeApplicationEnv({ databaseUrl, dev });
    return await supervise({ script, name, env, pidFile, postgres, log });
  } catch (error) {
    if (asked) return 0;
    throw error;
  } finally {
    await postgres?.stop();
    off();
  }
}

/**
 * @param {ServeOptions} options
 * @param {string} dir
 * @returns {Promise<string>} the file that names the server on this port
 */
async function claimPort({ script, command, log }, dir) {
  const { port, host } = readAddress(process.env);
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw explainSystemError(error, "make the folder for the database");
  }
  const pidFile = path.join(dir, `server-${port}.pid`);
  await ensurePortFree({ port, host, pidFile, script, command, log });
  return pidFile;
}

/**
 * Runs one of the `porchlight` commands. INIT_CWD tells it where the person is, for paths.
 * @param {string[]} args
 * @param {(line: string) => void} log
 * @returns {Promise<number>} its exit status
 * @throws {Trouble} when something it needs is not there, with what to do
 */
export async function runCommand(args, log) {
  const own = process.env.DATABASE_URL;
  const postgres = own
    ? null
    : await startPostgres({ dataDir: path.join(stateDir, "postgres"), log });
  try {
    await ensureBuilt(log);
    const script = path.join(projectDir, "app", "cli", "command.js");
    const { code } = await runChild(process.execPath, [script, ...args], {
      cwd: projectDir,
      env: {
        ...makeApplicationEnv({ databaseUrl: own || postgres?.url || "" }),
        INIT_CWD: process.env.INIT_CWD || process.cwd(),
      },
    });
    return code;
  } finally {
    await postgres?.stop();
  }
}
