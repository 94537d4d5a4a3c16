import path from "node:path";
import { pathToFileURL } from "node:url";

/** Runs `porchlight COMMAND …` from the build, the same module graph that serves the pages. */
const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
process.exit(
  await build.entry.module.runCommand(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd()),
);
