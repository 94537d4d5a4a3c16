import { describe, expect, it } from "vitest";
import { areEnough, MOST_TYPED, tidyWords } from "./typed-words.ts";

describe("what is typed", () => {
  it("is one line of limited length", () => {
    expect(tidyWords("  hub \n\t 3\u0000 ")).toBe("hub 3");
    expect(tidyWords("ab ".repeat(500)).length).toBeLessThanOrEqual(MOST_TYPED);
    const almost = "a".repeat(MOST_TYPED - 1);
    expect(tidyWords(`${almost}😀`)).toBe(almost);
    expect(tidyWords("half \ud83d 😀")).toBe("half  😀");
  });

  it("is enough from two characters on, or one of a script that writes words so", () => {
    for (const words of ["", "a", "1", "ß", "م", "😀"]) expect(areEnough(words), words).toBe(false);
    for (const words of ["ab", "h3", "网", "あ", "カ", "선", "من"]) {
      expect(areEnough(words), words).toBe(true);
    }
  });
});
