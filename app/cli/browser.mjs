import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { projectDir, stateDir } from "./paths.mjs";
import { explainSystemError, Trouble } from "./trouble.mjs";

const run = promisify(execFile);
const probeMs = 20_000;

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const usualFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const usualFiles = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args what to launch it with
 * @property {Record<string, string>} env what its environment needs beyond our own
 * @property {"CHROME_PATH" | "system" | "npm"} source
 */

/**
 * Finds a Chromium that runs: the one CHROME_PATH names, the system's, or the one from npm,
 * which is unpacked on its first use.
 * @param {(line: string) => void} [log]
 * @returns {Promise<Browser>}
 * @throws {Trouble} when there is none, with what to do
 */
export async function findBrowser(log = () => undefined) {
  const named = process.env.CHROME_PATH;
  if (named) {
    const failure = await probe(named, {});
    if (failure === null) return describe(named, "CHROME_PATH");
    throw new Trouble(
      `CHROME_PATH names ${named}, which does not run: ${failure}`,
      "Set it to the executable of Chromium or Chrome, or unset it to let one be found.",
    );
  }
  for (const file of systemBrowsers()) {
    if ((await probe(file, {})) === null) return describe(file, "system");
  }
  return findPackaged(log);
}

/**
 * @param {string} executablePath
 * @param {Browser["source"]} source
 * @param {Record<string, string>} [env]
 * @returns {Browser}
 */
function describe(executablePath, source, env = {}) {
  const args = [
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
  ];
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) args.unshift("--no-sandbox");
  return { executablePath, args, env, source };
}

/** @returns {string[]} */
function systemBrowsers() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...usualFolders];
  const files = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...new Set([...files, ...usualFiles])].filter((file) => existsSync(file));
}

/**
 * @param {string} file
 * @param {Record<string, string>} env
 * @returns {Promise<string | null>} null when it runs, or the first line of why not
 */
async function probe(file, env) {
  try {
    await run(file, ["--version"], { env: { ...process.env, ...env }, timeout: probeMs });
    return null;
  } catch (error) {
    const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
    return (stderr || message).trim().split("\n")[0] ?? "";
  }
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<Browser>}
 */
async function findPackaged(log) {
  const packageDir = path.join(projectDir, "node_modules", "@sparticuz", "chromium");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packageDir)) {
    throw noBrowser("there is none for this system in npm either");
  }
  const dir = await unpack(packageDir, log);
  const file = path.join(dir, "chromium");
  const fonts = { FONTCONFIG_PATH: path.join(dir, "fonts") };
  const { LD_LIBRARY_PATH } = process.env;
  const libraries = [path.join(dir, "al2023", "lib"), LD_LIBRARY_PATH].filter(Boolean).join(":");
  let failure = null;
  // The system's libraries fit the system; the package's own serve where those are missing.
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    failure = await probe(file, env);
    if (failure === null) return describe(file, "npm", env);
  }
  throw noBrowser(`the one from npm does not run: ${failure}`);
}

/** @param {string} detail */
function noBrowser(detail) {
  return new Trouble(
    `No Chromium was found for the end-to-end tests, and ${detail}.`,
    "Install one (apt-get install chromium, or Google Chrome), or name one:\n" +
      "CHROME_PATH=/path/to/chrome npm test",
  );
}

/**
 * @param {string} packageDir
 * @param {(line: string) => void} log
 * @returns {Promise<string>} the folder with the browser, its libraries and fonts
 */
async function unpack(packageDir, log) {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8"));
  const home = path.join(stateDir, "chromium");
  const dir = path.join(home, version);
  if (existsSync(dir)) return dir;
  log("Unpacking Chromium from npm (the first time only)…");
  const unfinished = `${dir}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    await inflateInto(packageDir, unfinished);
    writeFontConfig(unfinished, dir);
    if (!existsSync(dir)) renameSync(unfinished, dir);
    removeOthers(home, version);
    return dir;
  } catch (error) {
    throw explainSystemError(error, "unpack Chromium");
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * The package unpacks into the temporary folder only, so a process is run that has `dir` as one.
 * @param {string} packageDir
 * @param {string} dir
 */
async function inflateInto(packageDir, dir) {
  const entry = JSON.stringify(path.join(packageDir, "build", "index.js"));
  const files = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((name) =>
    path.join(packageDir, "bin", name),
  );
  const program =
    `import { inflate } from ${entry};` +
    `await Promise.all(${JSON.stringify(files)}.map((file) => inflate(file)));`;
  await run(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, TMPDIR: dir },
  });
}

/**
 * The package's own font settings name fixed folders; these name its fonts where they are, and
 * the system's.
 * @param {string} unfinished
 * @param {string} dir where it will be
 */
function writeFontConfig(unfinished, dir) {
  const fonts = path.join(dir, "fonts");
  const folders = [fonts, "/usr/share/fonts", "/usr/local/share/fonts"];
  writeFileSync(
    path.join(unfinished, "fonts", "fonts.conf"),
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n' +
      folders.map((folder) => `  <dir>${folder}</dir>\n`).join("") +
      `  <cachedir>${path.join(fonts, "cache")}</cachedir>\n</fontconfig>\n`,
  );
}

/**
 * @param {string} home
 * @param {string} version the one to keep
 */
function removeOthers(home, version) {
  for (const name of readdirSync(home)) {
    // Another process may be unpacking this version; its folder starts with it, too.
    if (!name.startsWith(version)) rmSync(path.join(home, name), { recursive: true, force: true });
  }
}
