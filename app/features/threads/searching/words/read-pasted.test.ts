import { describe, expect, it } from "vitest";
import { readList, readPasted } from "./read-pasted.ts";

describe("readPasted", () => {
  it("reads a line each, both ways and one way", () => {
    expect(readPasted("telly = TV  box\r\n\n# a note\ngateway => Hub\n光回線 → fibre")).toEqual([
      {
        line: 1,
        text: "telly = TV box",
        synonym: { words: "telly", means: "TV box", bothWays: true },
      },
      {
        line: 4,
        text: "gateway => Hub",
        synonym: { words: "gateway", means: "Hub", bothWays: false },
      },
      {
        line: 5,
        text: "光回線 → fibre",
        synonym: { words: "光回線", means: "fibre", bothWays: false },
      },
    ]);
  });

  it.each(["telly", "= box", "telly =", "a = b = c", "a => b => c", "a == b", "a <= b => c"])(
    "can't read %j",
    (line) => {
      expect(readPasted(line)).toEqual([{ line: 1, text: line, synonym: null }]);
    },
  );

  it("stays quick with a hostile line", () => {
    expect(readPasted("a ".repeat(90_000))).toHaveLength(1);
    expect(readPasted("=".repeat(200_000))[0]!.synonym).toBeNull();
  });
});

describe("readList", () => {
  it("gives each word once, with its line", () => {
    expect(readList("Hub 3\n\nhub 3\n Flex  Pass ")).toEqual([
      { line: 1, text: "Hub 3" },
      { line: 4, text: "Flex Pass" },
    ]);
  });
});
