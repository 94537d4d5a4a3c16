import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { addCounts, closingLine, countOne, countPlaywright, countVitest } from "./test-counts.mjs";

const dir = mkdtempSync(path.join(tmpdir(), "porchlight-counts-"));
const file = path.join(dir, "report.json");
afterAll(() => rmSync(dir, { recursive: true }));

/** @param {unknown} report */
function write(report) {
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test("the closing line names skipped tests only when there are some", () => {
  const counts = addCounts([countOne(true), countOne(false), { passed: 4, failed: 0, skipped: 0 }]);
  expect(closingLine(counts)).toBe("5 passed, 1 failed");
  expect(closingLine({ passed: 5, failed: 0, skipped: 2 })).toBe("5 passed, 0 failed, 2 skipped");
});

test("Vitest: a file that could not run is a failed test", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  };
  expect(countVitest(write(report), false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("a program that fails beside its tests, or leaves no report, has failed once", () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [] };
  expect(countVitest(write(report), false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(countVitest(write(report), true)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  expect(countVitest(path.join(dir, "none.json"), true)).toEqual(countOne(false));
});

test("Playwright: flaky tests have passed", () => {
  const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 3 };
  expect(countPlaywright(write({ stats }), false)).toEqual({ passed: 6, failed: 2, skipped: 3 });
});
