import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTheme } from "./compile-theme.ts";
import { deriveColours } from "./derive-colours.ts";
import { lowestContrast } from "./hold-contrast.ts";
import { FONT_STACKS, themeSchema } from "./theme-schema.ts";
import type { FontKey, Theme } from "./theme-schema.ts";

const AWKWARD = (
  "#ffff00 #ffc629 #ffe600 #fff200 #f5f500 #ffffff #fefefe #f7f7f7 #e6e6e6 #cccccc #999999 #808080 " +
  "#777777 #767676 #666666 #404040 #1a1a1a #010101 #000000 #ff0000 #00ff00 #0000ff #00ffff #ff00ff " +
  "#0a5a6b #f0506e #ff6600 #ff9900 #7fff00 #00c853 #009688 #2196f3 #000080 #4b0082 #ffc0cb #8b4513 " +
  "#dfff00 #30d5c8"
).split(" ");

const SCHEMES = ["light", "dark"] as const;
const TEXTS = ["ink", "ink-2", "ink-3", "link", "link-hover"].concat(
  ["solved", "issue", "danger", "idea", "lamp"].map((name) => `${name}-text`),
);
const TEXT_GROUNDS = ["page", "surface", "raised", "sunken", "hover", "brand-soft"];
const MARK_GROUNDS = ["page", "surface", "raised", "sunken"];

/** Every pair of the contrast contract that a theme breaks, in words. */
function brokenPairs(theme: Theme): string[] {
  const broken: string[] = [];
  for (const scheme of SCHEMES) {
    const tokens = deriveColours(theme, scheme);
    const need = (ratio: number, names: readonly string[], grounds: readonly string[]) => {
      for (const name of names)
        for (const ground of grounds) {
          const found = lowestContrast(tokens[name]!, [tokens[ground]!]);
          if (!(found >= ratio)) broken.push(`${scheme}: ${name} on ${ground} is ${found}`);
        }
    };
    need(4.5, TEXTS, TEXT_GROUNDS);
    need(4.5, ["on-fill"], ["fill", "fill-hover"]);
    need(4.5, ["on-state"], ["danger-fill", "danger-hover"]);
    need(4.5, ["ink"], ["match"]);
    need(3, ["edge", "mark", "focus"], MARK_GROUNDS);
    for (const name of ["solved", "issue", "danger", "idea", "lamp"]) {
      need(4.5, [`${name}-text`, "ink", "ink-2"], [`${name}-soft`]);
    }
  }
  return broken;
}

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, "0")}`);
const anyTheme: fc.Arbitrary<Theme> = fc.record(
  {
    brand: anyHex,
    onBrand: anyHex,
    brandFill: anyHex,
    radius: fc.integer({ min: 0, max: 20 }),
    density: fc.double({ min: 0.75, max: 1.15, noNaN: true }),
    font: fc.constantFrom(...(Object.keys(FONT_STACKS) as FontKey[])),
    headingFont: fc.constantFrom(...(Object.keys(FONT_STACKS) as FontKey[])),
  },
  { requiredKeys: ["brand"] },
);

describe("the contrast contract", () => {
  it.each(AWKWARD)("holds for %s in both schemes", (brand) => {
    expect(brokenPairs({ brand })).toEqual([]);
  });

  it("holds for any brand, wanted text and exact button colour", () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        expect(brokenPairs(theme)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("compileTheme", () => {
  it("stays within 6 KB and uses plain hex colours only", () => {
    fc.assert(
      fc.property(anyTheme, (theme) => {
        const css = compileTheme(theme);
        expect(Buffer.byteLength(css)).toBeLessThanOrEqual(6 * 1024);
        expect(css).not.toMatch(/oklch|light-dark|color-mix|NaN|undefined/);
        for (const [, value] of css.matchAll(/#([^;}]+)/g)) {
          expect(value).toMatch(/^([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("writes the schemes so that a reader's choice wins over the system's", () => {
    const css = compileTheme({ brand: "#0a5a6b", radius: 2, density: 0.9 });
    expect(css).toMatch(/^:root\{--pl-radius:2px;--pl-density:0.9;/);
    expect(css).toContain(
      "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;",
    );
    expect(css).toContain(":root[data-theme=dark]{color-scheme:dark;");
    expect(css).toContain("color-scheme:light;");
  });

  it("keeps a brand's own colour on buttons in light, and its wanted text where readable", () => {
    const yellow = deriveColours({ brand: "#ffc629", onBrand: "#1c1600" }, "light");
    expect(yellow).toMatchObject({ fill: "#ffc629", "on-fill": "#1c1600" });
    const unreadable = deriveColours({ brand: "#ffc629", onBrand: "#ffffff" }, "light");
    expect(unreadable["on-fill"]).not.toBe("#ffffff");
    const exact = deriveColours({ brand: "#0a5a6b", brandFill: "#808080" }, "light");
    expect(exact.fill).toBe("#808080");
  });

  it("sets every token that the stylesheet uses and does not set itself", () => {
    const styles = new URL("../../../ui/styles/", import.meta.url);
    const files = readdirSync(styles).filter((name) => name.endsWith(".css"));
    const sheet = files.map((name) => readFileSync(new URL(name, styles), "utf8")).join("\n");
    const known = sheet + compileTheme({ brand: "#0a5a6b" });
    const used = new Set([...sheet.matchAll(/var\((--[\w-]+)[),]/g)].map((match) => match[1]!));
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((token) => !known.includes(`${token}:`))).toEqual([]);
  });

  it("chooses fonts from the closed list", () => {
    const css = compileTheme({ brand: "#123456", font: "arabic-sans", headingFont: "serif" });
    expect(css).toContain(`--pl-family:${FONT_STACKS["arabic-sans"]};`);
    expect(css).toContain(`--pl-heading:${FONT_STACKS.serif};`);
  });
});

describe("themeSchema", () => {
  it("refuses what could carry CSS into the page", () => {
    const refused = [
      { brand: "red" },
      { brand: "#fff" },
      { brand: "#123456;}" },
      { brand: "#123456", font: "Comic Sans;}" },
      { brand: "#123456", radius: 21 },
      { brand: "#123456", density: 2 },
      { brand: "#123456", extra: 1 },
    ];
    for (const value of refused) expect(themeSchema.safeParse(value).success).toBe(false);
    expect(themeSchema.safeParse({ brand: "#FFC629", radius: 0, font: "rounded" }).success).toBe(
      true,
    );
  });
});
