import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { tryPort } from "./free-port.mjs";
import { findProcess, isMarkAlive, processMark } from "./process-info.mjs";
import { Trouble } from "./trouble.mjs";

const orphanPatienceMs = 8_000;

/**
 * @typedef {object} PortRequest
 * @property {number} port
 * @property {string} host
 * @property {string} pidFile where `noteServer` wrote the last server on this port
 * @property {string} script the server's script, to know its process by
 * @property {string} command what a person types to start, for the advice
 * @property {(line: string) => void} log
 */

/**
 * Makes sure the server can listen. A server of ours whose launcher was killed is ended first.
 * @param {PortRequest} request
 * @returns {Promise<void>}
 * @throws {Trouble} when something else listens there, or the address cannot be used
 */
export async function ensurePortFree(request) {
  const { port, host } = request;
  await endOrphan(request);
  if (port === 0) return;
  // A stranger on the other loopback address would answer for "localhost" in some browsers.
  const loopback = host === "127.0.0.1" || host === "localhost";
  for (const address of loopback ? ["127.0.0.1", "::1"] : [host]) {
    const result = await tryPort(port, address);
    if ("port" in result) continue;
    if (address === "::1" && result.code !== "EADDRINUSE") continue;
    throw explainPort(result.code, request);
  }
}

/**
 * Notes which process serves, and who launched it.
 * @param {string} pidFile
 * @param {number} pid
 */
export function noteServer(pidFile, pid) {
  writeFileSync(pidFile, `${processMark(pid)}\n${processMark(process.pid)}\n`);
}

/** @param {PortRequest} request */
async function endOrphan({ pidFile, script, port, command, log }) {
  const [server = "", launcher = ""] = readLines(pidFile);
  const pid = Number(server.split(" ")[0]);
  if (!isMarkAlive(server) || !findProcess(pid)?.command.includes(script)) return;
  if (isMarkAlive(launcher)) {
    throw new Trouble(
      `Porchlight already runs here, on http://localhost:${port} (process ${launcher.split(" ")[0]}).`,
      `Stop it with Ctrl-C where it runs, or start another on its own port: PORT=${port + 1} ${command}`,
    );
  }
  log(`Ending a server left over from an interrupted run (process ${pid})…`);
  process.kill(pid, "SIGTERM");
  for (let waited = 0; isMarkAlive(server); waited += 50) {
    if (waited === orphanPatienceMs) process.kill(pid, "SIGKILL");
    await sleep(50);
  }
  rmSync(pidFile, { force: true });
}

/** @param {string} file */
function readLines(file) {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/**
 * @param {string} code
 * @param {PortRequest} request
 * @returns {Trouble}
 */
function explainPort(code, { port, host, command }) {
  const other = `PORT=${port < 65_535 ? port + 1 : 3001} ${command}`;
  switch (code) {
    case "EADDRINUSE":
      return new Trouble(
        `Port ${port} is in use by another program.`,
        `Stop that program, or use another port: ${other}`,
      );
    case "EACCES":
      return new Trouble(
        `This account may not listen on port ${port}.`,
        `Ports below 1024 are for root; use another: PORT=3000 ${command}`,
      );
    default:
      return new Trouble(
        `The server cannot listen on ${host}, port ${port} (${code}).`,
        "HOST has to be an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them.",
      );
  }
}
