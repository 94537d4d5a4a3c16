import { describe, expect, it } from "vitest";
import { displayCookie, displayKey, displayOf, type Display } from "./display-cookie.server.ts";

// The cookie's name depends on the settings, which a test process has none of.
process.env.DATABASE_URL ??= "postgres://localhost/none";
process.env.SECRET ??= "tests-only-0a1b2c3d4e5f60718293a4b5c6d7e8f9";

const CHOICES: Display[] = [null, "light" as const, "dark" as const].flatMap((theme) =>
  [true, false].map((shortcuts) => ({ theme, shortcuts })),
);

describe("the display cookie", () => {
  it("gives back every choice", () => {
    for (const choice of CHOICES) {
      const [pair] = displayCookie(choice).split(";");
      expect(displayOf(`a=b; ${pair}; c=d`)).toEqual(choice);
    }
  });

  it("makes no more variants of a page than there are choices", () => {
    const written = ["", "blue", "dark-", "dark-nokeys-x", "light-NOKEYS", "-nokeys", "x-nokeys"];
    const keys = [...written, "dark\u0000", "dark,light", "a".repeat(5_000)].map((value) =>
      displayKey(displayOf(`porchlight-display=${value}`)),
    );
    const known = new Set(CHOICES.map(displayKey));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
    expect(displayOf(null)).toEqual({ theme: null, shortcuts: true });
    expect(displayOf("porchlight-display=blue")).toEqual({ theme: null, shortcuts: true });
    expect(displayOf("x-porchlight-display=dark")).toEqual({ theme: null, shortcuts: true });
  });
});
