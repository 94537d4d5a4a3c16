import { describe, expect, it } from "vitest";
import { pageNumbers } from "./search-pages.tsx";
import { continues, liveAddress } from "./use-live-search.ts";

describe("pages of results", () => {
  it("show the ends and the neighbours, and no dots for a single number", () => {
    expect(pageNumbers(1, 2)).toEqual([1, 2]);
    expect(pageNumbers(1, 10)).toEqual([1, 2, null, 10]);
    expect(pageNumbers(3, 10)).toEqual([1, 2, 3, 4, null, 10]);
    expect(pageNumbers(4, 10)).toEqual([1, 2, 3, 4, 5, null, 10]);
    expect(pageNumbers(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]);
    expect(pageNumbers(8, 10)).toEqual([1, null, 7, 8, 9, 10]);
  });
});

describe("a search that is typed on", () => {
  it("goes on from the one before, and another does not", () => {
    expect(continues("rou", "router reset")).toBe(true);
    expect(continues("router reset", "Router")).toBe(true);
    expect(continues("router", "billing")).toBe(false);
    expect(continues("", "router")).toBe(false);
  });

  it("is asked for beside its address", () => {
    const ask = { query: "a b", choice: { kind: ["idea"] }, sort: "best", page: 1 } as const;
    const choice = { kind: [...ask.choice.kind] };
    expect(liveAddress({ ...ask, choice }, { live: "typing" })).toBe(
      "/search?q=a+b&kind=idea&live=typing",
    );
    expect(liveAddress({ ...ask, query: "", choice: {} }, { live: "whole" })).toBe(
      "/search?live=whole",
    );
  });
});
