import { findParent, findProcess } from "./process-info.mjs";

const parentPollMs = 500;
const repeatMs = 1_000;

/**
 * Calls back when this process is asked to end: SIGINT, SIGTERM, SIGHUP, or the death of the npm
 * or launcher above it, whose signals a shell in between does not pass on. A signal that comes
 * twice at once (from the terminal and from a launcher) counts once.
 * @param {(again: boolean) => void} callback `again` when it was asked before
 * @returns {() => void} stops listening
 */
export function onStop(callback) {
  let lastAt = 0;
  const ask = () => {
    const now = Date.now();
    if (now - lastAt < repeatMs) return;
    const again = lastAt > 0;
    lastAt = now;
    callback(again);
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, ask);
  const unwatch = watchParent(ask);
  return () => {
    for (const signal of signals) process.off(signal, ask);
    unwatch();
  };
}

/**
 * @param {() => void} onGone
 * @returns {() => void}
 */
function watchParent(onGone) {
  // Started from a terminal or a service manager, losing the parent means nothing (nohup).
  const parent = process.ppid;
  const launched = process.env.npm_lifecycle_event ?? process.env.PORCHLIGHT_LAUNCHER;
  if (launched === undefined || parent <= 1) return () => undefined;
  // npm runs scripts through a shell, which outlives a killed npm: then npm itself is watched.
  const shell = /^(\S*\/)?(sh|ash|bash|dash|zsh) -c /.test(findProcess(parent)?.command ?? "");
  const npm = shell ? findParent(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || findParent(parent) === npm)) return;
    clearInterval(timer);
    onGone();
  }, parentPollMs);
  timer.unref();
  return () => clearInterval(timer);
}
