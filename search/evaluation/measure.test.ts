import { describe, expect, it } from "vitest";
import { firstHit, measure } from "./measure.ts";

const wants = (...ids: string[]): Set<string> => new Set(ids);

describe("the measures of rankings", () => {
  it("count from the first wanted id", () => {
    expect(firstHit(["a", "b", "c"], wants("c", "b"))).toBe(2);
    expect(firstHit(["a", "b"], wants("z"))).toBe(0);
    const eleven = "abcdefghijk".split("");
    expect(firstHit(eleven, wants("j"))).toBe(10);
    expect(firstHit(eleven, wants("k"))).toBe(0);
  });

  it("are what one works out by hand", () => {
    const measured = measure([
      { ranking: ["a", "b", "c"], wanted: wants("a") },
      { ranking: ["a", "b", "c", "d"], wanted: wants("d", "x") },
      { ranking: "abcdefgh".split(""), wanted: wants("g") },
      { ranking: ["a"], wanted: wants("b") },
      { ranking: ["a"], wanted: wants() },
    ]);
    // First places 1, 4, 7 and none; the query that wants nothing is not counted.
    expect(measured.queries).toBe(4);
    expect(measured.mrr10).toBeCloseTo((1 + 1 / 4 + 1 / 7) / 4, 12);
    expect(measured).toMatchObject({ hit1: 0.25, hit5: 0.5, hit10: 0.75 });
  });

  it("are zero of nothing", () => {
    expect(measure([])).toEqual({ queries: 0, mrr10: 0, hit1: 0, hit5: 0, hit10: 0 });
  });
});
