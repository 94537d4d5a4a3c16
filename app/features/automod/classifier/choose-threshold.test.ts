import { describe, expect, it } from "vitest";
import { calibrate, chooseThreshold } from "./choose-threshold.ts";
import type { Judged } from "./cross-validate.ts";
import { crossValidate } from "./cross-validate.ts";
import { toVector } from "./text-features.ts";

const judged = (scores: number[], spam: boolean): Judged[] =>
  scores.map((score) => ({ score, spam, weight: 1 }));
/** 1,000 honest texts from -2 up to -1. */
const honest = Array.from({ length: 1000 }, (_, index) => -2 + index / 1000);

describe("the threshold", () => {
  it("lies between the kinds where they don't overlap", () => {
    const chosen = chooseThreshold([...judged(honest, false), ...judged([1, 2, 3], true)]);
    expect(chosen.recall).toBe(1);
    expect(chosen.falsePositiveRate).toBeLessThan(0.001);
    expect(chosen.threshold).toBeGreaterThan(-1.001);
    expect(chosen.threshold).toBeLessThan(1);
  });

  it("lets few honest texts be held, however much spam that costs", () => {
    const spam = Array.from({ length: 100 }, (_, index) => -1.5 + index / 100);
    const { threshold, falsePositiveRate } = chooseThreshold([
      ...judged(honest, false),
      ...judged(spam, true),
    ]);
    expect(falsePositiveRate).toBeLessThan(0.00601);
    expect(honest.filter((score) => score >= threshold).length).toBeLessThanOrEqual(8);
  });

  it("doesn't hold an honest text for hardly any spam", () => {
    const spam = [...Array.from({ length: 999 }, () => 1), -1.01];
    const { falsePositiveRate, recall } = chooseThreshold([
      ...judged(honest, false),
      ...judged(spam, true),
    ]);
    expect(recall).toBe(0.999);
    expect(falsePositiveRate).toBeLessThan(0.0001);
  });

  it("parts no texts with equal scores", () => {
    const { threshold, recall } = chooseThreshold([
      ...judged([...honest, ...Array.from({ length: 12 }, () => 0.5)], false),
      ...judged([0.5, 0.5, 2], true),
    ]);
    expect(threshold).toBeGreaterThan(0.5);
    expect(recall).toBeCloseTo(1 / 3);
  });
});

describe("the probability", () => {
  it("rises with the score and is near the share of spam there", () => {
    const mixed = Array.from({ length: 2000 }, (_, index): Judged => {
      const score = (index % 40) / 10 - 2;
      return { score, spam: (index * 7919) % 1000 < 1000 / (1 + Math.exp(-2 * score)), weight: 1 };
    });
    const { slope, offset } = calibrate(mixed);
    expect(slope).toBeGreaterThan(1.5);
    expect(slope).toBeLessThan(2.5);
    expect(Math.abs(offset)).toBeLessThan(0.3);
  });

  it("stays finite where the kinds don't overlap", () => {
    const { slope, offset } = calibrate([...judged(honest, false), ...judged([1, 2], true)]);
    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
    expect(slope).toBeGreaterThan(0);
  });
});

describe("cross-validation", () => {
  it("never judges a text by a model that has seen a copy of it", () => {
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
    const texts = letters.map((letter) => `${letter.repeat(5)} ${letter.repeat(7)}`);
    // The labels follow from nothing in the texts: only who has seen a copy could know.
    const samples = texts.flatMap((text, index) => {
      const sample = { vector: toVector(text), spam: index % 2 === 0, weight: 1 };
      return [sample, sample];
    });
    const scores = crossValidate(
      samples,
      texts.flatMap((text) => [text, text]),
    );
    expect(scores).toHaveLength(samples.length * 4);
    const right = scores.filter(({ score, spam }) => score > 0 === spam).length;
    expect(right / scores.length).toBeLessThan(0.8);
  });
});
