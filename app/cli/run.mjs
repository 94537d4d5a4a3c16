/**
 * What the scripts in package.json call. It runs before anything is installed, and on Nodes too
 * old for the rest: here and in the files beside it only Node 20's own modules are imported.
 */
import path from "node:path";
import { ensureInstalled } from "./install.mjs";
import { rerunOnNewerNode, withPackagePath } from "./node-version.mjs";
import { binDir, projectDir } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { runTests } from "./run-tests.mjs";
import { runCommand, serve } from "./serve.mjs";
import { closingLine, countOne } from "./test-counts.mjs";
import { describeTrouble, Trouble } from "./trouble.mjs";

/** @typedef {(args: string[], log: (line: string) => void) => Promise<number>} Task */

const server = path.join(projectDir, "app", "server.js");
const worker = path.join(projectDir, "app", "worker.js");

/** @type {Record<string, Task>} */
const tasks = {
  start: (_args, log) =>
    serve({
      script: server,
      name: "server",
      command: "npm start",
      listens: true,
      built: true,
      log,
    }),
  dev: (_args, log) =>
    serve({
      script: server,
      name: "server",
      command: "npm run dev",
      listens: true,
      built: false,
      dev: true,
      log,
    }),
  worker: (_args, log) =>
    serve({
      script: worker,
      name: "worker",
      command: "npm run worker",
      listens: false,
      built: true,
      log,
    }),
  test: runTests,
  porchlight: runCommand,
  bench: (args, log) => runCommand(["bench", ...args], log),
  tool: runTool,
};

/**
 * @param {string[]} args a package's program and its arguments
 * @returns {Promise<number>}
 */
async function runTool([name, ...args]) {
  if (!name) throw new Trouble("No tool was named.", "For example: npm run lint");
  const { code } = await runChild(path.join(binDir, name), args, {
    cwd: projectDir,
    env: withPackagePath(process.env),
  });
  return code;
}

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} exit status
 */
async function main(name, args) {
  // What a command prints is for its caller; what the launcher has to say beside it is not.
  const quiet = name === "porchlight" || name === "bench" || name === "tool";
  /** @param {string} line */
  const log = (line) => void (quiet ? process.stderr : process.stdout).write(`${line}\n`);
  const task = tasks[name ?? ""];
  if (!task) {
    throw new Trouble(
      `There is no task "${name ?? ""}".`,
      `Tasks: ${Object.keys(tasks).join(", ")}. See the scripts in package.json.`,
    );
  }
  await ensureInstalled(log);
  const rerun = await rerunOnNewerNode([name ?? "", ...args], log);
  return rerun ?? task(args, log);
}

try {
  process.exit(await main(process.argv[2], process.argv.slice(3)));
} catch (error) {
  process.stderr.write(describeTrouble(error));
  if (process.argv[2] === "test") process.stdout.write(`${closingLine(countOne(false))}\n`);
  process.exit(1);
}
