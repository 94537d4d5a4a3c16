import { spawn } from "node:child_process";
import { onStop } from "./on-stop.mjs";

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [capture] keep the output instead of showing it
 * @typedef {{ code: number, output: string, stopped: boolean }} ChildResult
 * `code` is 128 + n after signal n, like in a shell; `stopped` tells that we were asked to end
 */

/** @type {Record<string, number>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11 };

/**
 * Runs a program to its end. When this process is asked to end, the child is asked first.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 * @throws when the program cannot be started
 */
export function runChild(command, args, { cwd, env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    let stopped = false;
    child.stdout?.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    child.stderr?.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    const off = onStop(() => {
      stopped = true;
      child.kill("SIGTERM");
    });
    child.once("error", (error) => {
      off();
      reject(error);
    });
    child.once("close", (code, signal) => {
      off();
      resolve({ code: code ?? 128 + (signalNumbers[signal ?? ""] ?? 15), output, stopped });
    });
  });
}
