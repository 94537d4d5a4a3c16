import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectDir } from "./paths.mjs";
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
      { name: path.join(projectDir, "a.test.ts"), status: "failed", assertionResults: [] },
      {
        name: path.join(projectDir, "db/b.test.ts"),
        status: "failed",
        assertionResults: [
          { status: "failed", fullName: "b counts" },
          { status: "passed", fullName: "b adds" },
        ],
      },
    ],
  };
  const counts = countVitest(write(report), false);
  expect(counts).toMatchObject({ passed: 3, failed: 2, skipped: 2 });
  expect(addCounts([countOne(false), counts]).failures).toEqual([
    "a.test.ts",
    "db/b.test.ts: b counts",
  ]);
});

test("a program that fails beside its tests, or leaves no report, has failed once", () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [] };
  expect(countVitest(write(report), false)).toMatchObject({ passed: 3, failed: 1, skipped: 0 });
  expect(countVitest(write(report), true)).toMatchObject({ passed: 3, failed: 0, skipped: 0 });
  expect(countVitest(path.join(dir, "none.json"), true)).toEqual(countOne(false));
});

test("Playwright: flaky tests have passed, those that failed are named", () => {
  const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 3 };
  const spec = { file: "journeys/ask.spec.ts", line: 7 };
  const suites = [
    { specs: [{ ...spec, ok: true, title: "asks" }] },
    { suites: [{ specs: [{ ...spec, ok: false, title: "is answered" }] }] },
  ];
  expect(countPlaywright(write({ stats, suites }), false)).toEqual({
    passed: 6,
    failed: 2,
    skipped: 3,
    failures: ["e2e/journeys/ask.spec.ts:7: is answered"],
  });
});
