import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpDecisions } from "../classifier/made-up-decisions.ts";
import { evaluateCases } from "./evaluate-cases.server.ts";
import { evaluateSpam } from "./evaluate-spam.server.ts";
import { countOutcomes, describeCounts } from "./measure.ts";
import { ruleCase, toScreened } from "./read-case.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "porchlight-eval-"));
});
afterAll(() => rm(dir, { recursive: true }));

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const place = path.join(dir, name);
  await writeFile(
    place,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return place;
}
const labelled = (count: number, seed?: number) =>
  madeUpDecisions(count, seed).map(({ text, spam }) => ({ text, label: spam ? "spam" : "ham" }));

const made = { title: "", body: "", username: "", site: "", body_is_summary: false, match: false };

describe("measuring the classifier", () => {
  it("keeps a fixed half for testing", async () => {
    const train = await file("half.jsonl", labelled(400));
    const [first, again] = [await evaluateSpam(train), await evaluateSpam(train)];
    expect(first.trainedOn + first.testedOn).toBe(400);
    expect(first.testedOn).toBeGreaterThan(120);
    expect(first).toMatchObject({ caught: again.caught, threshold: again.threshold });
    expect(first.wrong).toBe(0);
  });

  it("tests on a second file, and the threshold doesn't depend on it", async () => {
    const train = await file("train.jsonl", labelled(200));
    const one = await evaluateSpam(train, await file("one.jsonl", labelled(60, 5)));
    const turned = labelled(60, 5).map(({ text, label }) => ({
      text,
      label: label === "spam" ? "ham" : "spam",
    }));
    const other = await evaluateSpam(train, await file("other.jsonl", turned));
    expect(one).toMatchObject({ trainedOn: 200, testedOn: 60, caught: 30, wrong: 0 });
    expect(other).toMatchObject({ caught: 0, wrong: 30, threshold: one.threshold });
  });

  it.each([
    ["that isn't JSON", "{text", /bad\.jsonl, line 2: not JSON/],
    ["without a label", { text: "a" }, /bad\.jsonl, line 2: "label"/],
    ["with another label", { text: "a", label: "maybe" }, /bad\.jsonl, line 2: "label"/],
    ["without text", { label: "spam" }, /bad\.jsonl, line 2: "text"/],
  ])("names the line %s", async (_name, line, message) => {
    const bad = await file("bad.jsonl", [labelled(1)[0], line]);
    await expect(evaluateSpam(bad)).rejects.toThrow(message);
  });

  it("says when there is too little to learn from", async () => {
    await expect(evaluateSpam(await file("few.jsonl", labelled(20)))).rejects.toThrow(
      /at least 50/,
    );
  });
});

describe("measuring rule cases", () => {
  it("counts what is caught and what is wrongly so", async () => {
    const cases = await file("cases.jsonl", [
      { ...made, title: "Mail helpline 1-800-555-0199", match: true },
      { ...made, title: "Nothing to see", match: true },
      { ...made, body: "<p>kkkkkkkkkkkkkkkkkkkkkkkk</p>", match: true },
      "",
      { ...made, title: "How do I restart it?" },
      { ...made, title: "New male enhancement pills" },
    ]);
    const measured = await evaluateCases(cases);
    expect(measured).toMatchObject({ cases: 5, caught: 2, missed: 1, wrong: 1, passed: 1 });
    expect(measured.differing.map(({ title }) => title)).toEqual([
      "Nothing to see",
      "New male enhancement pills",
    ]);
  });

  it("names the line it can't use", async () => {
    const bad = await file("bad-cases.jsonl", ["", { ...made, match: "yes" }]);
    await expect(evaluateCases(bad)).rejects.toThrow(/bad-cases\.jsonl, line 2: "match"/);
  });

  it("reads text, links and code out of a body in HTML", () => {
    const body =
      '<p>See &gt; <a href="https://a.example.org/1">this page</a></p><pre><code>x</code></pre><img src="https://b.example.org/y.png">';
    const read = toScreened(ruleCase.parse({ ...made, body, site: "ru.site.example" }));
    expect(read.links).toEqual([{ href: "https://a.example.org/1", text: "this page" }]);
    expect(read.text).toContain("See > this page");
    expect(read.text).not.toContain("png");
    expect(read.code?.map(({ from, to }) => read.text.slice(from, to))).toEqual(["x"]);
    expect(read.languages).toEqual(["en", "ru"]);
  });
});

describe("the figures", () => {
  it("are shares in percent with their counts", () => {
    const pair = (expected: boolean, said: boolean) => ({ expected, said });
    const counts = countOutcomes([
      ...Array.from({ length: 3 }, () => pair(true, true)),
      pair(true, false),
      pair(false, true),
      ...Array.from({ length: 199 }, () => pair(false, false)),
    ]);
    expect(describeCounts(counts)).toBe(
      "precision 75.00 %  recall 75.00 % (3 of 4)  FPR 0.50 % (1 of 200)",
    );
    expect(describeCounts(countOutcomes([]))).toContain("recall none");
  });
});
