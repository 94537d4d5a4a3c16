import { describe, expect, it } from "vitest";
import type { Screened } from "../screened.ts";
import { explainScore } from "./explain-score.ts";
import { findSpam } from "./find-spam.ts";
import { madeUpDecisions } from "./made-up-decisions.ts";
import { modelFromJson, modelToJson } from "./model-json.ts";
import { scoreText } from "./score-text.ts";
import { screenedText } from "./screened-text.ts";
import { textFeatures } from "./text-features.ts";
import { FEWEST_DECISIONS, trainModel } from "./train-model.ts";

const decisions = madeUpDecisions(240);
const model = trainModel(decisions)!;
const SPAM = "Claim guaranteed lottery tickets at http://shop.example!!!";
const HAM = "Why can’t I restart the television box since yesterday?";

function screened(text: string, links: Screened["links"] = []): Screened {
  const author = { name: "Robin", newcomer: true, trusted: false };
  return { surface: "answer", title: "", text, links, author };
}

describe("the classifier", () => {
  it("tells texts apart that it hasn't seen", () => {
    const unseen = madeUpDecisions(200, 99);
    const wrong = unseen.filter(({ text, spam }) => scoreText(model, text).spam !== spam);
    expect(wrong).toEqual([]);
    expect(scoreText(model, SPAM).probability).toBeGreaterThan(0.8);
    expect(scoreText(model, HAM).probability).toBeLessThan(0.2);
  });

  it("learns the same from the same decisions", () => {
    expect(trainModel(decisions)).toEqual(model);
  });

  it("says nothing with too few decisions of a kind", () => {
    const few = decisions.filter(({ spam }) => spam).slice(0, FEWEST_DECISIONS - 1);
    expect(trainModel([...few, ...decisions.filter(({ spam }) => !spam)])).toBeNull();
    expect(findSpam(null, screened(SPAM))).toEqual([]);
  });

  it("lets a weightier decision count for more", () => {
    const doubted = { text: "Order cheap router cables", spam: true };
    const others = decisions.map((decision) => ({ ...decision, weight: 1 }));
    const light = trainModel([...others, { ...doubted, weight: 0.05 }])!;
    const heavy = trainModel([...others, { ...doubted, weight: 20 }])!;
    const score = (of: typeof model) => scoreText(of, "router cables").score;
    expect(score(heavy)).toBeGreaterThan(score(light));
  });

  it("doesn't follow disguises", () => {
    const plain = scoreText(model, "Win free casino chips today only!").score;
    const disguised = [
      "Win frее саsino сhips today only!",
      "Win fr\u200bee cas\u00adino chips today only!",
      "Win ｆｒｅｅ casino chips today only!",
    ];
    for (const text of disguised) expect(scoreText(model, text).score).toBeCloseTo(plain, 5);
  });

  it("names what made the difference, in words of the text", () => {
    const reasons = explainScore(model, SPAM, 5);
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.length).toBeLessThanOrEqual(5);
    const labels = reasons.map(({ label }) => label);
    expect(labels.some((label) => /claim|guaranteed|lottery|tickets/.test(label))).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
    const weights = reasons.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it("asks for a look, with reasons, and leaves honest posts alone", () => {
    const [finding] = findSpam(model, screened(SPAM));
    expect(finding).toMatchObject({ check: "classifier", verdict: "hold" });
    expect(String(finding?.toStaff.params?.["because"])).toMatch(/“[^”]+”/);
    expect(findSpam(model, screened(HAM))).toEqual([]);
  });

  it("reads where a link leads, when that isn't written in the text", () => {
    const href = "http://shop.example/?free-casino-chips";
    const links = [{ href, text: "here" }];
    expect(screenedText(screened("See here", links))).toBe(`See here\n${href}`);
    expect(screenedText(screened(`See ${href}`, links))).toBe(`See ${href}`);
    expect(screenedText({ title: "Why", text: "See", links: [] })).toBe("Why\nSee");
  });

  it("keeps its threshold and what it measured", () => {
    expect(model.chosen.falsePositiveRate).toBeLessThan(0.00601);
    expect(model.chosen.recall).toBeGreaterThan(0.9);
    expect(model.learntFrom).toEqual({ spam: 120, ham: 120 });
  });
});

describe("a stored model", () => {
  it("scores the same after its way through JSON, in at most 300 KB", () => {
    const json = JSON.stringify(modelToJson(model));
    expect(json.length).toBeLessThan(300_000);
    const back = modelFromJson(JSON.parse(json))!;
    for (const { text } of decisions) {
      expect(scoreText(back, text).score).toBeCloseTo(scoreText(model, text).score, 4);
      expect(scoreText(back, text).spam).toBe(scoreText(model, text).spam);
    }
    expect(modelToJson(back).weights).toBe(modelToJson(model).weights);
  });

  it.each([
    ["nothing", null],
    ["another version", { ...modelToJson(model), version: 0 }],
    ["weights cut short", { ...modelToJson(model), weights: "AAAA" }],
    ["weights that are none", { ...modelToJson(model), weights: "?" }],
  ])("isn't read from %s", (_name, json) => {
    expect(modelFromJson(json)).toBeNull();
  });
});

describe("a text of 50 KB", () => {
  const fill = (part: string) => part.repeat(Math.ceil(50_000 / part.length)).slice(0, 50_000);
  const ORDINARY = fill("The router restarts when I call my sister on Friday, why? ");
  function once(text: string): number {
    const start = performance.now();
    scoreText(model, text);
    return performance.now() - start;
  }
  /** Times ordinary, the fastest of rounds side by side: what else the machine does counts least. */
  function timesOrdinary(text: string): number {
    const rounds = Array.from({ length: 9 }, () => [once(text), once(ORDINARY)] as const);
    return Math.min(...rounds.map(([it]) => it)) / Math.min(...rounds.map(([, other]) => other));
  }

  it.each([
    ["one letter", fill("a")],
    ["digits with spaces", fill("1 ")],
    ["the beginnings of links", fill("http://")],
    ["hosts without an end", fill("aa-.")],
    ["open brackets", fill("<a ")],
    ["words of two alphabets", fill("aа")],
    ["signs that grow when resolved", fill("ﷺ")],
    ["stacked marks", fill("e\u0301\u0302\u0303")],
    ["my my my", fill("my a ")],
    ["halves of signs", fill("\ud83d")],
  ])("costs about as much with %s as with ordinary words", (_name, text) => {
    expect(timesOrdinary(text)).toBeLessThan(20);
  });

  it("is read at the beginning and the end", () => {
    const features = (text: string) => new Set(textFeatures(text).map(({ label }) => label));
    expect(features(`${fill("word ")} casino`).has("casino")).toBe(true);
    const unlike = Array.from({ length: 16_667 }, (_, index) =>
      String.fromCharCode(0x4e00 + index),
    );
    expect(textFeatures(unlike.join("  ")).length).toBeLessThan(80_000);
  });
});
