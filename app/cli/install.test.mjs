import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findDifference } from "./install.mjs";
import { isNewEnough } from "./node-version.mjs";
import { explainNpm } from "./npm-trouble.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "porchlight-install-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/**
 * @param {Record<string, object>} wanted
 * @param {Record<string, object>} installed
 */
function write(wanted, installed) {
  mkdirSync(path.join(dir, "node_modules"), { recursive: true });
  writeFileSync(path.join(dir, "package-lock.json"), JSON.stringify({ packages: wanted }));
  writeFileSync(
    path.join(dir, "node_modules", ".package-lock.json"),
    JSON.stringify({ packages: installed }),
  );
}

const zod = { "node_modules/zod": { version: "4.6.7" } };
const elsewhere = {
  "node_modules/other": { version: "1.0.0", optional: true, os: ["plan9"] },
};

test("what npm installed as the lock file says needs no installing, and is stamped", () => {
  write({ "": {}, ...zod, ...elsewhere }, zod);
  expect(findDifference(dir)).toBeNull();
  expect(existsSync(path.join(dir, "node_modules", ".porchlight-lock"))).toBe(true);
});

test("what only packages for other systems depend on may be missing", () => {
  const runtime = { "node_modules/runtime": { version: "1.0.0", optional: true } };
  const other = { ...elsewhere["node_modules/other"], dependencies: { runtime: "^1.0.0" } };
  write({ "": {}, ...zod, "node_modules/other": other, ...runtime }, zod);
  expect(findDifference(dir)).toBeNull();
  const here = { "node_modules/zod": { version: "4.6.7", optionalDependencies: { runtime: "1" } } };
  write({ "": {}, ...zod, ...runtime }, here);
  rmSync(path.join(dir, "node_modules", ".porchlight-lock"));
  expect(findDifference(dir)).toBe("node_modules/runtime is missing");
});

test("a missing folder, a missing package and another version are differences", () => {
  writeFileSync(path.join(dir, "package-lock.json"), JSON.stringify({ packages: zod }));
  expect(findDifference(dir)).toBe("The packages are not installed yet");
  write({ "": {}, ...zod }, {});
  expect(findDifference(dir)).toBe("node_modules/zod is missing");
  write({ "": {}, ...zod }, { "node_modules/zod": { version: "4.0.0" } });
  expect(findDifference(dir)).toContain("package-lock.json wants 4.6.7");
});

test("a changed lock file is noticed in spite of the stamp", () => {
  write({ "": {}, ...zod }, zod);
  findDifference(dir);
  write({ "": {}, "node_modules/zod": { version: "4.7.0" } }, zod);
  expect(findDifference(dir)).toContain("package-lock.json wants 4.7.0");
});

test.each([
  ["npm error code ENOTFOUND", "registry cannot be reached"],
  ["npm error code EACCES", "permission denied"],
  ["npm error code ENOSPC", "the disk is full"],
  ["npm error code EUSAGE", "do not fit together"],
])("%s is explained", (output, reason) => {
  expect(explainNpm(output, dir).message).toContain(reason);
});

test("Node 22.12 is the floor", () => {
  expect(["20.20.2", "22.11.0", "22.12.0", "24.1.0"].map(isNewEnough)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
