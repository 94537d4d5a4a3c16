import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const styles = new URL("./", import.meta.url);
const parts = new URL("../", import.meta.url);
const index = readFileSync(new URL("index.css", styles), "utf8");
const imported = [...index.matchAll(/@import "\.\/([\w-]+\.css)";/g)].map((match) => match[1]!);
const read = (name: string) => readFileSync(new URL(name, styles), "utf8");
const uncommented = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, "");
const sheet = imported.map(read).join("\n");
const components = readdirSync(parts, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
  .map((name) => ({ name, source: readFileSync(new URL(name, parts), "utf8") }));

const NAMED =
  "aqua black blue brown coral crimson cyan fuchsia gold gray green grey indigo ivory khaki lime " +
  "linen magenta maroon navy olive orange orchid pink plum purple red salmon silver teal tomato " +
  "violet white yellow";
const COLOUR = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\\(|` +
    `(?<![-\\w.])(?:${NAMED.split(" ").join("|")})(?![-\\w(])`,
  "i",
);

/** The colours written out in a style sheet, by their declaration. */
function writtenColours(css: string): string[] {
  const declarations = [...uncommented(css).matchAll(/[{;]\s*([-\w]+)\s*:\s*([^;{}]+)/g)];
  return declarations.filter(([, , value]) => COLOUR.test(value!)).map(([text]) => text.trim());
}

describe("the stylesheet", () => {
  it("is made of every file in the folder", () => {
    const files = readdirSync(styles).filter((name) => name.endsWith(".css"));
    expect([...imported, "index.css"].sort()).toEqual(files.sort());
  });

  it("writes colours in the token files only", () => {
    expect(writtenColours(".a { color: #fff; border: 1px solid red; gap: 1px }")).toHaveLength(2);
    expect(writtenColours(".a { color: var(--pl-ink); fill: currentColor }")).toEqual([]);
    const ordinary = imported.filter((name) => !name.startsWith("tokens"));
    expect(ordinary.flatMap((name) => writtenColours(read(name)))).toEqual([]);
  });

  it("stays within 14 KB compressed", () => {
    expect(gzipSync(sheet, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024);
  });

  it("uses logical properties, so that it turns around in right-to-left pages", () => {
    const physical =
      /[{;]\s*(?:(?:margin|padding|border|inset|scroll-margin)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float)\s*:|text-align\s*:\s*(?:left|right)/;
    expect(uncommented(sheet)).not.toMatch(physical);
  });
});

describe("the components", () => {
  it("carry no style of their own and no colour", () => {
    expect(components.length).toBeGreaterThan(25);
    for (const { name, source } of components) {
      expect(source, name).not.toMatch(/\bstyle=/);
      expect(source, name).not.toMatch(/["'`]#[0-9a-f]{3,8}["'`]/i);
    }
  });

  it("use only classes that the stylesheet knows", () => {
    const bare = new Set(["pl-rows", "pl-breadcrumbs"]);
    for (const { name, source } of components.filter((part) => !part.name.includes("editor"))) {
      const literals = [...source.matchAll(/(?<=["'\s`])pl-[\w-]+(?=["'\s`])/g)];
      for (const [found] of literals) {
        if (bare.has(found)) continue;
        expect(sheet, `${found} in ${name}`).toContain(`.${found}`);
      }
    }
  });
});
