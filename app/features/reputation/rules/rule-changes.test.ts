import { describe, expect, it } from "vitest";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { DEFAULT_RULES } from "../point-rules.ts";
import { isMove, isRise } from "./rank-moves.ts";
import { pointChanges, rankChanges } from "./rule-changes.ts";

const t = translatorOf("en");
const [newcomer, neighbour, regular, guide, lamplighter] = DEFAULT_RANKS as [
  (typeof DEFAULT_RANKS)[0],
  (typeof DEFAULT_RANKS)[0],
  (typeof DEFAULT_RANKS)[0],
  (typeof DEFAULT_RANKS)[0],
  (typeof DEFAULT_RANKS)[0],
];

describe("what a version changed, in words", () => {
  it("of the points", () => {
    const after = {
      ...DEFAULT_RULES,
      helpful: { points: 4, dailyCap: 100 },
      accepted: { points: 15, dailyCap: 60 },
      edit: { points: 1, dailyCap: null },
    };
    expect(pointChanges(t, DEFAULT_RULES, after)).toEqual([
      "A helpful vote for your post: 4 points instead of 10",
      "A helpful vote for your post: at most 100 a day instead of 200",
      "Your answer is accepted: now at most 60 a day",
      "You improve what another wrote: 1 point instead of 2",
      "You improve what another wrote: no daily limit any more",
    ]);
    expect(pointChanges(t, DEFAULT_RULES, DEFAULT_RULES)).toEqual([]);
  });

  it("of the ranks", () => {
    const after = [
      newcomer,
      { ...neighbour, formula: "points >= 20", powers: ["post.links" as const] },
      guide,
      { ...regular, name: "Friend" },
      { key: "own_1", name: "Star", formula: "points >= 9000", powers: [] },
    ];
    expect(rankChanges(t, DEFAULT_RANKS, after)).toEqual([
      "Neighbour now asks: at least 20 points",
      "Neighbour no longer unlocks: Put pictures into posts",
      "Regular is now called Friend",
      "New rank: Star",
      "The rank Lamplighter is gone",
      "Guide is now at place 3",
      "Friend is now at place 4",
    ]);
  });
});

describe("moves between lists of ranks", () => {
  const lists = { before: DEFAULT_RANKS, after: [newcomer, regular, neighbour, lamplighter] };

  it("are told by the rank, not by its place", () => {
    expect(isMove(lists, { from: 2, to: 1 })).toBe(false);
    expect(isMove(lists, { from: 1, to: 1 })).toBe(true);
  });

  it("lead upwards in the new list", () => {
    expect(isRise(lists, { from: 2, to: 2 })).toBe(true);
    expect(isRise(lists, { from: 1, to: 1 })).toBe(false);
    expect(isRise(lists, { from: 3, to: 2 })).toBe(false);
    expect(isRise(lists, { from: 3, to: 3 })).toBe(true);
  });
});
