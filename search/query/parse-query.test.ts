import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";

describe("a typed query", () => {
  it("is taken apart", () => {
    expect(
      parseQuery('hub "bridge mode" -factory tag:wifi is:solved from:@Maya space:mobile'),
    ).toEqual({
      words: "hub",
      phrases: ["bridge mode"],
      without: ["factory"],
      filters: { tag: ["wifi"], status: ["solved"], from: "maya", space: ["mobile"] },
      endsInWord: false,
    });
  });

  it("keeps what only looks like an operator", () => {
    const parsed = parseQuery("error: is:purple https://example.com -");
    expect(parsed.filters).toEqual({});
    expect(parsed.words).toContain("is:purple");
    expect(parsed.without).toEqual([]);
  });

  it("knows whether the last word may go on", () => {
    expect(parseQuery("hub br").endsInWord).toBe(true);
    expect(parseQuery("hub br ").endsInWord).toBe(false);
    expect(parseQuery("hub tag:wifi").endsInWord).toBe(false);
  });

  it("leaves a phrase open while it is typed", () => {
    expect(parseQuery('"bridge mo').phrases).toEqual(["bridge mo"]);
  });
});
