import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { binDir, projectDir, runScript } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { Trouble } from "./trouble.mjs";

const floor = [22, 12];

/**
 * Whether a version of Node is new enough.
 * @param {string} version such as "20.20.2"
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [floorMajor = 0, floorMinor = 0] = floor;
  return major > floorMajor || (major === floorMajor && minor >= floorMinor);
}

/**
 * The environment with the installed packages' programs (and their Node) found first.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withPackagePath(env) {
  const parts = (env.PATH ?? "").split(path.delimiter).filter((part) => part !== binDir);
  return { ...env, PATH: [binDir, ...parts].join(path.delimiter) };
}

/**
 * Runs the launcher again on the Node that npm installed when the running one is too old.
 * @param {string[]} args the launcher's arguments
 * @param {(line: string) => void} log
 * @returns {Promise<number | null>} the exit status of the second run, or null to just go on
 * @throws {Trouble} when there is no such Node for this machine
 */
export async function rerunOnNewerNode(args, log) {
  if (isNewEnough(process.versions.node)) return null;
  const node = findPackagedNode();
  const version = readVersion(node);
  log(`Node ${process.version} is too old for Porchlight; going on with Node ${version} from npm.`);
  const env = { ...withPackagePath(process.env), PORCHLIGHT_LAUNCHER: String(process.pid) };
  const { code } = await runChild(node, [runScript, ...args], { env });
  return code;
}

/** @returns {string} */
function findPackagedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const node = path.join(projectDir, "node_modules", name, "bin", "node");
  if (existsSync(node)) return node;
  throw new Trouble(
    `Porchlight needs Node ${floor.join(".")} or newer; this is ${process.version}, ` +
      `and the npm package ${name} that would bring a newer one is not installed.`,
    "Install Node 24 from https://nodejs.org or with a version manager (nvm install 24),\n" +
      "then run the command again.",
  );
}

/** @param {string} node */
function readVersion(node) {
  try {
    return execFileSync(node, ["--version"], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch (error) {
    const { stderr } = /** @type {{ stderr?: string }} */ (error);
    throw new Trouble(
      `Porchlight needs Node ${floor.join(".")} or newer; the one from npm does not run here.`,
      `Install Node 24 from https://nodejs.org, then run the command again.\n${stderr ?? ""}`.trim(),
    );
  }
}
