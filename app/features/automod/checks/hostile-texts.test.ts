import { beforeAll, describe, expect, test } from "vitest";
import type { Screened } from "../screened.ts";
import { WordList, wordListOf } from "../words/word-list.ts";
import { CHECKS } from "./checks.ts";
import {
  HOSTILE_LISTS,
  HOSTILE_TEXTS,
  hostileScreened,
  hostileSettings,
  ordinaryText,
} from "./hostile-texts.ts";

const LONG = 50_000;
const SHORT = 25_000;
/** Twice the text takes twice the time; what is quadratic takes four times. */
const MOST_GROWTH = 3.2;
/** Of processor time below which the clock and the collector of garbage say more than the work. */
const NOISE = 8;

/** Processor time in milliseconds, the least of some runs. */
function cpu(work: () => void, runs = 3): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** A few more tries before a measurement on a busy machine is believed. */
function expectBelow(measure: () => number, limit: number): void {
  let measured = measure();
  for (let again = 0; again < 3 && measured > limit; again += 1) measured = measure();
  expect(measured).toBeLessThanOrEqual(limit);
}

const settings = hostileSettings();

/** All checks over a text anew. */
function checkAll(screened: Screened): void {
  const fresh = { ...screened };
  for (const { run } of CHECKS) run(fresh, settings);
}

describe("texts of 50 KB made to keep a check busy", () => {
  let ordinary = 0;
  beforeAll(() => {
    const whole = hostileScreened(ordinaryText(LONG));
    checkAll(whole);
    ordinary = cpu(() => checkAll(whole), 5);
  });

  test.each(HOSTILE_TEXTS)("$name", ({ text }) => {
    const whole = hostileScreened(text(LONG));
    const half = { ...whole, text: whole.text.slice(0, SHORT) };
    let cost = 0;
    const growth = () => {
      cost = cpu(() => checkAll(whole), 2);
      return (
        cost /
        Math.max(
          NOISE,
          cpu(() => checkAll(half), 2),
        )
      );
    };
    expectBelow(growth, MOST_GROWTH);
    expectBelow(
      () =>
        Math.min(
          cost,
          cpu(() => checkAll(whole), 1),
        ),
      NOISE + 4 * ordinary,
    );
  });
});

/** Texts that words of the lists are made of, or that are read in many ways. */
const SEARCHED = [
  "one letter",
  "one letter and spaces",
  "letters with dots",
  "leet",
  "look-alike words",
];

const ONE = ["porchlight"];

describe.each(Object.entries(HOSTILE_LISTS))("5,000 words to look for: %s", (_, entries) => {
  test("are made ready in time that grows with them", () => {
    const half = entries.slice(0, entries.length / 2);
    const build = (list: readonly string[]) => cpu(() => new WordList(list));
    build(entries);
    expectBelow(() => build(entries) / Math.max(NOISE, build(half)), MOST_GROWTH);
  });

  test.each(SEARCHED)("cost little more to find than one word: %s", (name) => {
    const list = wordListOf(entries);
    const one = wordListOf(ONE);
    const text = HOSTILE_TEXTS.find((hostile) => hostile.name === name)!.text(LONG);
    one.find(text);
    expectBelow(
      () =>
        cpu(() => list.find(text)) /
        Math.max(
          NOISE,
          cpu(() => one.find(text)),
        ),
      5,
    );
  });
});
