import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { withPackagePath } from "./node-version.mjs";
import { binDir, projectDir, stateDir } from "./paths.mjs";
import { startPostgres } from "./postgres.mjs";
import { runChild } from "./run-child.mjs";
import { countOne, countPlaywright, countVitest } from "./test-counts.mjs";
import { describeTrouble } from "./trouble.mjs";

/**
 * @typedef {import("./test-counts.mjs").Counts} Counts
 * @typedef {object} TestRun
 * @property {(line: string) => void} log
 * @property {string[]} args passed on to the step's program
 * @property {import("./postgres.mjs").Postgres | null} postgres the test database, once started
 * @property {boolean} stopped set when we were asked to end
 * @typedef {{ name: string, title: string, run: (run: TestRun) => Promise<Counts> }} TestStep
 */

/** Everything a test run does, in order. @type {TestStep[]} */
export const testSteps = [
  { name: "format", title: "format", run: check("prettier", ["--check", "."]) },
  { name: "lint", title: "lint", run: check("oxlint", ["--type-aware"]) },
  {
    name: "imports",
    title: "import rules",
    run: check("depcruise", ["--config", ".dependency-cruiser.cjs", "app", "db", "search"]),
  },
  { name: "types", title: "types", run: check("tsc", ["--noEmit"]) },
  { name: "unit", title: "unit and database tests", run: runVitest },
  { name: "build", title: "production build", run: runBuild },
  { name: "e2e", title: "end-to-end", run: runPlaywright },
];

/**
 * A step that is one test: a program that finds fault or not.
 * @param {string} program
 * @param {string[]} args
 * @returns {TestStep["run"]}
 */
function check(program, args) {
  return async (run) => {
    const result = await runChild(path.join(binDir, program), [...args, ...run.args], {
      cwd: projectDir,
      env: testEnv(),
      capture: true,
    });
    run.stopped ||= result.stopped;
    if (result.code !== 0) run.log(result.output.trimEnd());
    return countOne(result.code === 0);
  };
}

/**
 * @param {TestRun} run
 * @returns {Promise<Counts>}
 */
async function runVitest(run) {
  const report = freshReport("vitest.json");
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, stopped } = await runChild(
    path.join(binDir, "vitest"),
    ["run", ...args, ...run.args],
    { cwd: projectDir, env: testEnv({ TEST_DATABASE_URL: await testDatabase(run) }) },
  );
  run.stopped ||= stopped;
  return takeReport(report, (file) => countVitest(file, code === 0));
}

/**
 * @param {TestRun} run
 * @returns {Promise<Counts>}
 */
async function runBuild(run) {
  const built = await ensureBuilt(run.log);
  if (!built) run.log("The build is up to date.");
  return countOne(true);
}

/**
 * @param {TestRun} run
 * @returns {Promise<Counts>}
 */
async function runPlaywright(run) {
  try {
    await ensureBuilt(run.log);
  } catch (error) {
    run.log(`Not run, for there is no build.${describeTrouble(error)}`);
    return countOne(false);
  }
  const browser = await findBrowser(run.log);
  run.log(`Browser: ${browser.executablePath} (${browser.source})`);
  const report = freshReport("playwright.json");
  const config = ["--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const { code, stopped } = await runChild(
    path.join(binDir, "playwright"),
    ["test", ...config, ...run.args],
    {
      cwd: projectDir,
      env: testEnv({
        ...browser.env,
        TEST_DATABASE_URL: await testDatabase(run),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        E2E_CHROME: browser.executablePath,
        E2E_CHROME_ARGS: JSON.stringify(browser.args),
      }),
    },
  );
  run.stopped ||= stopped;
  return takeReport(report, (file) => countPlaywright(file, code === 0));
}

/**
 * The database server of the tests: fast, and of no worth after a power cut.
 * @param {TestRun} run
 * @returns {Promise<string>} its connection string
 */
async function testDatabase(run) {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  run.postgres ??= await startPostgres({
    dataDir: path.join(stateDir, "test-postgres"),
    flags: ["fsync", "synchronous_commit", "full_page_writes"].flatMap((name) => [
      "-c",
      `${name}=off`,
    ]),
    log: run.log,
  });
  return run.postgres.url;
}

/**
 * Our environment without what would let a test reach a real installation.
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
function testEnv(more = {}) {
  const env = withPackagePath({ ...process.env });
  for (const name of ["DATABASE_URL", "SMTP_URL", "MEILISEARCH_URL", "STORAGE_URL", "NODE_ENV"]) {
    delete env[name];
  }
  return { ...env, ...more };
}

/**
 * @param {string} name
 * @returns {string} where a report is to be written; nobody else writes there
 */
function freshReport(name) {
  const dir = path.join(stateDir, "reports");
  mkdirSync(dir, { recursive: true });
  return path.join(dir, `${process.pid}-${name}`);
}

/**
 * @param {string} file
 * @param {(file: string) => Counts} count
 * @returns {Counts}
 */
function takeReport(file, count) {
  try {
    return count(file);
  } finally {
    rmSync(file, { force: true });
  }
}
