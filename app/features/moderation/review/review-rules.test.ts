import { expect, it } from "vitest";
import type { ReviewVerdict } from "#db/schema-review.ts";
import { failsTests, reviewWeight, tally } from "./review-rules.ts";

const votes = (approve: number[], refuse: number[] = []) => [
  ...approve.map((weight) => ({ verdict: "approve" as ReviewVerdict, weight })),
  ...refuse.map((weight) => ({ verdict: "refuse" as ReviewVerdict, weight })),
];

it("votes settle with what is needed, and not against half of it", () => {
  expect(tally(votes([1, 1]), 3)).toBe(null);
  expect(tally(votes([1, 1, 1]), 3)).toBe("approve");
  expect(tally(votes([1, 1, 1], [1]), 3)).toBe("approve");
  expect(tally(votes([1, 1], [1, 1]), 3)).toBe("staff");
  expect(tally(votes([1], [1]), 2)).toBe("staff");
  expect(tally(votes([0, 0], [1.5, 1.5]), 3)).toBe("refuse");
  expect(tally(votes([1, 1, 1, 1, 1], [1, 1]), 5)).toBe("approve");
});

it("a record weighs more or less than none, never as much as two", () => {
  expect(reviewWeight({ right: 0, wrong: 0 })).toBe(1);
  expect(reviewWeight({ right: 1_000, wrong: 0 })).toBe(1.5);
  expect(reviewWeight({ right: 2, wrong: 4 })).toBe(0.75);
  expect(reviewWeight({ right: 0, wrong: 10 })).toBeLessThan(0.2);
});

it("few known cases say nothing", () => {
  expect(failsTests({ right: 0, wrong: 4 })).toBe(false);
  expect(failsTests({ right: 0, wrong: 5 })).toBe(true);
  expect(failsTests({ right: 3, wrong: 2 })).toBe(false);
});
