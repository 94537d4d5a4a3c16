import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { onStop } from "./on-stop.mjs";
import { projectDir } from "./paths.mjs";
import { noteServer } from "./server-port.mjs";
import { describeTrouble } from "./trouble.mjs";

/**
 * @typedef {object} Supervision
 * @property {string} script the process's script
 * @property {string} name what it is called in messages
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [pidFile] where to note the process
 * @property {import("./postgres.mjs").Postgres | null} postgres kept alive meanwhile
 * @property {(line: string) => void} log
 * @property {number} [patienceMs] how long it may take to stop; 15 seconds by default
 */

/**
 * Runs a long-lived process of the application until it ends or we are asked to end, and passes
 * that on. It holds an IPC channel to us, whose end tells it that we were killed.
 * @param {Supervision} supervision
 * @returns {Promise<number>} exit status: 0 when asked to stop, 1 when it ended unexpectedly
 */
export function supervise({ script, name, env, pidFile, postgres, log, patienceMs = 15_000 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      cwd: projectDir,
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    let asked = false;
    let failed = false;
    let ready = false;
    child.on("message", () => {
      ready = true;
    });
    /** @type {NodeJS.Timeout | undefined} */
    let impatience;

    function end() {
      child.kill("SIGTERM");
      impatience ??= setTimeout(() => {
        log(`The ${name} did not stop within ${patienceMs / 1000} s; ending it.`);
        child.kill("SIGKILL");
      }, patienceMs);
    }
    const off = onStop((again) => {
      asked = true;
      if (again) child.kill("SIGKILL");
      else end();
    });
    postgres?.keepAlive((error) => {
      failed = true;
      log(describeTrouble(error));
      end();
    });
    if (pidFile && child.pid) noteServer(pidFile, child.pid);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(impatience);
      off();
      if (pidFile) rmSync(pidFile, { force: true });
      if (asked && !failed) return resolve(0);
      if (failed) return resolve(1);
      if (code === 0) log(`The ${name} stopped.`);
      // A process that ends by itself before it serves has said why.
      else if (ready || signal)
        log(`✗ The ${name} ended unexpectedly (${signal ?? `status ${code}`}). Start it again.`);
      resolve(code === 0 ? 0 : 1);
    });
  });
}
