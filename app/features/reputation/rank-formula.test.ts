import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { METRICS, type Metrics } from "./metrics.ts";
import {
  criteriaOf,
  holds,
  isFault,
  NO_METRICS,
  readFormula,
  type Formula,
} from "./rank-formula.ts";
import { rankOf, ranksSchema } from "./ranks.ts";

function read(text: string): Formula {
  const formula = readFormula(text);
  if (isFault(formula)) throw new Error(`${formula.fault}: ${formula.part}`);
  return formula;
}

const having = (some: Partial<Metrics>): Metrics => ({ ...NO_METRICS, ...some });

describe("what formulas mean", () => {
  it.each([
    ["points >= 50", { points: 50 }, true],
    ["points >= 50", { points: 49 }, false],
    ["accepted > 2 && helpful >= 10", { accepted: 3, helpful: 10 }, true],
    ["accepted > 2 && helpful >= 10", { accepted: 3, helpful: 9 }, false],
    ["accepted >= 3 || helpful >= 20 && points > 5", { accepted: 3 }, true],
    ["(accepted >= 3 || helpful >= 20) && points > 5", { accepted: 3 }, false],
    ["!(days_away > 100)", { days_away: 101 }, false],
    ["accepted / answers >= 0.5", { accepted: 1, answers: 2 }, true],
    ["accepted / answers > 0", { accepted: 1, answers: 0 }, false],
    ["helpful + 2 * accepted == 12", { helpful: 2, accepted: 5 }, true],
    ["points - helpful < 0", { helpful: 1 }, true],
  ])("%s of %o is %s", (text, metrics, expected) => {
    expect(holds(read(text), having(metrics))).toBe(expected);
  });
});

describe("what is refused", () => {
  it.each([
    ["", "not_a_condition"],
    ["points", "not_a_condition"],
    ["points >=", "syntax"],
    ["points = 5", "syntax"],
    ["karma > 5", "unknown_metric"],
    ["points > '5'", "not_a_number"],
    ["points > 5; accepted > 1", "not_a_condition"],
    ["constructor.constructor('x')() > 1", "not_a_number"],
    ["points.toString > 1", "not_a_number"],
    ["points[0] > 1", "not_a_number"],
    ["__proto__ > 1", "unknown_metric"],
    ["points > 1 ? accepted > 1 : accepted > 2", "not_a_condition"],
    ["(points > 1) + 1", "not_a_condition"],
    ["this > 1", "not_a_number"],
    ["points % 2 == 0", "not_a_number"],
    [`points > ${"(".repeat(100)}1${")".repeat(100)} && ${"1 +".repeat(30)} 1 > 0`, "too_deep"],
    [`points > ${"1".repeat(600)}`, "too_long"],
    [`points > ${"9".repeat(400)}`, "not_a_number"],
  ])("%s: %s", (text, fault) => {
    expect(readFormula(text)).toMatchObject({ fault });
  });

  it("takes any text without throwing", () => {
    const pieces = fc.constantFrom(
      ...METRICS,
      "(",
      ")",
      "&&",
      "||",
      "!",
      ">=",
      "<",
      "+",
      "/",
      "1",
      "e9",
      ".",
      "[",
      "'",
      "?",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const formula = readFormula(list.join(""));
        if (!isFault(formula)) expect(typeof holds(formula, NO_METRICS)).toBe("boolean");
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => void readFormula(text)),
      { numRuns: 1_000 },
    );
  });
});

describe("what a member sees of a formula", () => {
  it("lists each thing that is asked and how far one is", () => {
    const criteria = criteriaOf(
      read("points_year >= 250 && accepted > 2 && (helpful >= 5 || edits >= 5)"),
      having({ points_year: 100, accepted: 3 }),
    );
    expect(criteria.map(({ met, goal }) => ({ met, goal }))).toEqual([
      { met: false, goal: { metric: "points_year", have: 100, need: 250 } },
      { met: true, goal: { metric: "accepted", have: 3, need: 3 } },
      { met: false, goal: null },
    ]);
  });

  it("is met in every part exactly when the rank is", () => {
    const metrics = fc.record(
      Object.fromEntries(METRICS.map((name) => [name, fc.nat(4_000)])),
    ) as fc.Arbitrary<Metrics>;
    fc.assert(
      fc.property(metrics, (of) => {
        for (const { formula } of DEFAULT_RANKS.slice(1)) {
          const parts = criteriaOf(read(formula), of);
          expect(parts.every((part) => part.met)).toBe(holds(read(formula), of));
        }
      }),
    );
  });
});

describe("ranks", () => {
  it("come with formulas that pass the check, the first asking nothing", () => {
    expect(ranksSchema.parse(DEFAULT_RANKS)).toEqual(DEFAULT_RANKS);
  });

  it("give the highest whose formula holds", () => {
    expect(rankOf(DEFAULT_RANKS, NO_METRICS)).toBe(0);
    expect(rankOf(DEFAULT_RANKS, having({ points: 60 }))).toBe(1);
    expect(
      rankOf(DEFAULT_RANKS, having({ points_year: 1_200, accepted: 12, days_active_year: 40 })),
    ).toBe(3);
  });

  it("are refused with the place of what is wrong", () => {
    const [first, second] = DEFAULT_RANKS;
    const refused = ranksSchema.safeParse([first, { ...second!, formula: "karma > 1" }]);
    expect(refused.error?.issues).toMatchObject([
      { path: [1, "formula"], message: "rank.unknown_metric" },
    ]);
  });
});
