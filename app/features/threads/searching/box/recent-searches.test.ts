import { beforeEach, describe, expect, it } from "vitest";
import {
  forgetSearches,
  keepSearch,
  MOST_RECENT,
  recentSearches,
  type Shelf,
} from "./recent-searches.ts";

function shelfOf(texts: Map<string, string>): Shelf {
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

function refuse(): never {
  throw new DOMException("no", "SecurityError");
}

const REFUSING: Shelf = { getItem: refuse, setItem: refuse, removeItem: refuse };

describe("recent searches", () => {
  let texts: Map<string, string>;
  let shelf: Shelf;
  beforeEach(() => {
    texts = new Map();
    shelf = shelfOf(texts);
  });

  it("keeps the last eight, newest first, each once", () => {
    for (let n = 1; n <= 10; n += 1) keepSearch(shelf, "", `words ${n}`);
    keepSearch(shelf, "", "  WORDS   7 ");
    keepSearch(shelf, "", "   ");
    expect(recentSearches(shelf, "")).toEqual(
      ["WORDS 7", 10, 9, 8, 6, 5, 4, 3].map((one) =>
        typeof one === "number" ? `words ${one}` : one,
      ),
    );
    expect(recentSearches(shelf, "")).toHaveLength(MOST_RECENT);
  });

  it("forgets one, and all of them without a trace", () => {
    keepSearch(shelf, "", "one");
    keepSearch(shelf, "", "two");
    expect(forgetSearches(shelf, "", "one")).toEqual(["two"]);
    expect(forgetSearches(shelf, "")).toEqual([]);
    expect(texts.size).toBe(0);
  });

  it("keeps those of one member from the next", () => {
    keepSearch(shelf, "rob", "how do I cancel");
    expect(recentSearches(shelf, "")).toEqual([]);
    expect(recentSearches(shelf, "marta")).toEqual([]);
    expect(recentSearches(shelf, "rob")).toEqual(["how do I cancel"]);
  });

  it("does without a shelf, with one that refuses, and with what others wrote there", () => {
    for (const none of [null, REFUSING]) {
      expect(recentSearches(none, "")).toEqual([]);
      expect(keepSearch(none, "", "hub")).toEqual(["hub"]);
      expect(forgetSearches(none, "", "hub")).toEqual([]);
    }
    for (const text of ["{", "null", '"hub"', '{"length":3}', "[1,null,[]]"]) {
      texts.set("porchlight.searches:", text);
      expect(recentSearches(shelf, ""), text).toEqual([]);
    }
  });
});
