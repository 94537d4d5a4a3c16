import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { madeUpDecisions } from "#app/features/automod/classifier/made-up-decisions.ts";
import { commands } from "./commands.server.ts";
import { evalAutomod } from "./eval-automod.server.ts";
import { UsageError } from "./usage-error.ts";

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), "porchlight-eval-"));
});
afterAll(() => rm(cwd, { recursive: true }));

async function run(...args: string[]): Promise<string> {
  const printed: string[] = [];
  expect(await evalAutomod({ args, cwd, print: (line) => printed.push(line) })).toBe(0);
  return printed.join("\n");
}
const write = (name: string, lines: unknown[]) =>
  writeFile(path.join(cwd, name), lines.map((line) => JSON.stringify(line)).join("\n"));

it("prints precision, recall and FPR of the classifier", async () => {
  const lines = madeUpDecisions(300).map(({ text, spam }) => ({
    text,
    label: spam ? "spam" : "ham",
  }));
  await write("train.jsonl", lines);
  await write("test.jsonl", lines.slice(0, 40));
  const half = await run("spam", "train.jsonl");
  expect(half).toContain("a fixed half");
  expect(half).toMatch(/precision [\d.]+ % {2}recall [\d.]+ % \(.*\) {2}FPR [\d.]+ %/);
  expect(await run("spam", "train.jsonl", "test.jsonl")).toContain("tested on 40");
});

it("prints the same of rule cases, and which came out otherwise", async () => {
  const made = { body: "", username: "", site: "", body_is_summary: false };
  await write("cases.jsonl", [
    { ...made, title: "Mail helpline 1-800-555-0199", match: true },
    { ...made, title: "Harmless", match: true },
  ]);
  const printed = await run("cases", "cases.jsonl");
  expect(printed).toContain("missed: Harmless");
  expect(printed).toMatch(/recall 50\.00 % .*FPR none/);
});

it("says what is wrong with the words, the file or the line", async () => {
  await write("bad.jsonl", [{ text: "a", label: "ham" }, { text: 1 }]);
  const failing: [string[], string][] = [
    [[], "Say what to measure"],
    [["spam"], "Say what to measure"],
    [["cases", "a", "b"], "Say what to measure"],
    [["spam", "gone.jsonl"], "There is no file gone.jsonl"],
    [["spam", "bad.jsonl"], "bad.jsonl, line 2"],
  ];
  for (const [args, message] of failing) {
    const error: unknown = await run(...args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(message);
  }
});

it("is among the commands", () => {
  expect(commands["eval-automod"]?.usage).toMatch(/^eval-automod spam TRAIN/);
});
