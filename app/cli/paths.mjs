import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything the launcher keeps between runs: databases, secret, process files. Ignored by git. */
export const stateDir = path.join(projectDir, ".porchlight");

/** Executables of the installed packages. */
export const binDir = path.join(projectDir, "node_modules", ".bin");

/** The entry of the launcher. */
export const runScript = path.join(projectDir, "app", "cli", "run.mjs");
