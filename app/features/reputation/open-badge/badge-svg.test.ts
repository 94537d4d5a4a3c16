import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { BADGE_SIZE, badgeSvg, fitText, type BadgeText } from "./badge-svg.ts";
import { badgeSnippet } from "./badge-snippet.ts";

const colours = {
  surface: "#ffffff",
  line: "#dddddd",
  ink: "#111111",
  soft: "#555555",
  lamp: "#8a5a00",
  off: "#cccccc",
};
const look = { lit: 3, rtl: false, light: colours, dark: { ...colours, surface: "#1a1a1a" } };

/** Elements with their attributes and texts, in order; throws when it isn't XML. */
function parse(xml: string) {
  const elements: { name: string; attributes: string[]; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: Object.keys(tag.attributes), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return elements;
}

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "</title><script>alert(1)</script>",
    "]]></style><svg onload=alert(1)>",
    "\"'><image href=x onerror=alert(1)>",
    "&lt;b&gt; & &amp; &#0;",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "\u0000\u0001\ud800\ufffe",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦".repeat(40),
  ),
);

describe("a member's badge", () => {
  it("is the same drawing whatever its texts hold", () => {
    const plain: BadgeText = { name: "Ann", standing: "Guide", community: "Brand", alt: "Ann" };
    const shape = parse(badgeSvg(plain, look)).map(({ name, attributes }) => [name, attributes]);
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (name, standing, community, rtl) => {
        const svg = badgeSvg({ name, standing, community, alt: name }, { ...look, rtl });
        const elements = parse(svg);
        expect(elements.map((element) => [element.name, element.attributes])).toEqual(shape);
      }),
      { numRuns: 400 },
    );
  });

  it("says what it is given, letter by letter, where that fits", () => {
    const name = `O'Neil & "Co" <x>`;
    const elements = parse(
      badgeSvg({ name, standing: "Guide · 5", community: "B", alt: name }, look),
    );
    expect(elements.find((element) => element.name === "title")?.text).toBe(name);
    expect(elements.filter((element) => element.name === "text").map(({ text }) => text)).toEqual([
      name,
      "Guide · 5",
      "B",
    ]);
  });

  it("fetches nothing, runs nothing, and has both colour schemes", () => {
    const svg = badgeSvg({ name: "Ann", standing: "Guide", community: "Brand", alt: "Ann" }, look);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|url\(|@import|<script|\son\w+=/,
    );
    expect(svg).toMatch(/@media\(prefers-color-scheme:dark\)\{[^}]*#1a1a1a/);
    expect(svg.match(/class="o"/g)).toHaveLength(3);
    expect(svg.match(/class="f"/g)).toHaveLength(2);
  });

  it("cuts long names between letters and never in one", () => {
    const family = "👩‍👩‍👧‍👦";
    const cut = fitText(family.repeat(60), 16, BADGE_SIZE.width);
    expect(cut.endsWith("…")).toBe(true);
    expect(cut.slice(0, -1).replaceAll(family, "")).toBe("");
    fc.assert(
      fc.property(hostile, (text) => {
        const fitted = fitText(text, 16, 200);
        expect(fitted.length).toBeLessThanOrEqual(text.toWellFormed().length + 1);
        expect(fitted.isWellFormed()).toBe(true);
      }),
    );
  });

  it("comes as HTML whose attributes hold any name", () => {
    const html = badgeSnippet({
      baseUrl: "https://help.brand.example",
      handle: "ann",
      alt: `"><script>x</script>'&`,
    });
    expect(html).toBe(
      '<a href="https://help.brand.example/m/ann"><img src="https://help.brand.example/m/ann/badge.svg"' +
        ' alt="&#34;&#62;&#60;script&#62;x&#60;/script&#62;&#39;&#38;" width="320" height="88"></a>',
    );
  });
});
