import path from "node:path";
import { pathToFileURL } from "node:url";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
const opened = await build.entry.module
  .openProcess("worker")
  .catch((/** @type {Error} */ error) => {
    console.error(error.message);
    process.exit(1);
  });
console.log("The worker is running. Ctrl-C stops.");
process.send?.({ ready: true });

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await opened.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop());
process.on("disconnect", () => void stop());
