import { readFileSync } from "node:fs";
import path from "node:path";
import { projectDir } from "./paths.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Counts */

/**
 * The counts of a step that is one test.
 * @param {boolean} ok
 * @returns {Counts}
 */
export function countOne(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
    sum.failures.push(...(counts.failures ?? []));
  }
  return sum;
}

/**
 * The last line of a test run.
 * @param {Counts} counts
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Counts the tests of Vitest's JSON report. A file that could not be run at all counts as one
 * failed test, and so does a run that failed beside its tests.
 * @param {string} file the report
 * @param {boolean} ok whether the program ended well
 * @returns {Counts}
 */
export function countVitest(file, ok) {
  const report = readReport(file);
  if (!report) return countOne(false);
  /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const results = report.testResults ?? [];
  const brokenFiles = results.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failures = results.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${path.relative(projectDir, name)}: ${fullName}`),
  );
  return failAtLeastOnce(ok, {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + brokenFiles.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: [...brokenFiles.map(({ name }) => path.relative(projectDir, name)), ...failures],
  });
}

/**
 * Counts the tests of Playwright's JSON report; a test that passed when tried again has passed.
 * @param {string} file the report
 * @param {boolean} ok whether the program ended well
 * @returns {Counts}
 */
export function countPlaywright(file, ok) {
  const report = readReport(file);
  if (!report?.stats) return countOne(false);
  const { stats } = report;
  return failAtLeastOnce(ok, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: failedSpecs(report.suites ?? []),
  });
}

/**
 * @typedef {{ ok: boolean, title: string, file: string, line: number }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @param {PlaywrightSuite[]} suites
 * @returns {string[]}
 */
function failedSpecs(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title }) => `e2e/${file}:${line}: ${title}`),
    ...failedSpecs(inner),
  ]);
}

/**
 * @param {boolean} ok
 * @param {Counts} counts
 * @returns {Counts}
 */
function failAtLeastOnce(ok, counts) {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
