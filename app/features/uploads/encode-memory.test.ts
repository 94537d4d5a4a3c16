import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { expect, it } from "vitest";
import { BOMBS } from "./testing/make-bomb.ts";
import { MAX_BODY_BYTES } from "./upload-limits.ts";

const run = promisify(execFile);
const SCRIPT = path.resolve("app/features/uploads/testing/run-bombs.ts");
/** By how much anything may raise the memory of the server and its picture process, in megabytes. */
const MOST = 200;

type Result = { name: string; outcome: string; growth: number; peak: number; read: number };

async function explode(): Promise<Result[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "porchlight-bombs-"));
  try {
    const background = "#345";
    const ordinary = sharp({ create: { width: 1200, height: 800, channels: 3, background } });
    await writeFile(path.join(folder, "!"), await ordinary.jpeg().toBuffer());
    for (const [name, { make }] of Object.entries(BOMBS)) {
      await writeFile(path.join(folder, name), await make());
    }
    const { stdout } = await run(process.execPath, [SCRIPT, folder]);
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Result);
  } finally {
    await rm(folder, { recursive: true });
  }
}

it("takes no more than 200 MB for whatever is sent", { timeout: 300_000 }, async () => {
  const results = await explode();
  const outcomes = Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));
  for (const [name, { outcome }] of Object.entries(BOMBS)) {
    expect.soft(outcomes[name], name).toMatch(outcome);
  }
  const bodies = results.filter(({ name }) => name.startsWith("100 MB"));
  expect(bodies).toHaveLength(2);
  for (const { name, outcome, read } of bodies) {
    expect.soft(outcome, name).toBe("upload.tooLarge");
    // It stopped reading at the limit, not where the body ended.
    expect.soft(read, name).toBeLessThan(MAX_BODY_BYTES + 1024 * 1024);
  }
  const growth = Math.max(...results.map((result) => result.growth));
  const peak = Math.max(...results.map((result) => result.peak));
  // The picture process was there for all of these, so that nothing was measured beside it.
  expect(peak).toBeGreaterThan(30);
  expect(growth + peak, JSON.stringify(results, null, 1)).toBeLessThan(MOST);
});
