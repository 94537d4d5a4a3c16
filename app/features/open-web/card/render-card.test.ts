import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { Parser } from "htmlparser2";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { HOSTILE_PAYLOADS } from "#app/features/threads/rich-text/hostile-payloads.ts";
import type { CardPicture } from "./card-types.d.ts";
import { layOutCard, RENDER_OPTIONS, renderCard } from "./render-card.mjs";

const EDGE = 80;
const card = (given: Partial<CardPicture>): CardPicture => ({
  title: "Why does it blink orange",
  state: "Solved",
  space: "Wi-Fi",
  brand: "Larkfield",
  logoSvg: "",
  direction: "ltr",
  ground: "#0a5a6b",
  ink: "#ffffff",
  ...given,
});

type Text = { text: string; size: number; left: number; right: number };

/** Every text of a card with the edges of its ink, measured on its own. */
function textsOf(given: Partial<CardPicture>): Text[] {
  const svg = layOutCard(card(given));
  return [...svg.matchAll(/<text [^>]*font-size="([\d.]+)"[^>]*>([^<]*)<\/text>/g)].map(
    ([element, size, source]) => {
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${element}</svg>`;
      const box = new Resvg(alone, RENDER_OPTIONS).getBBox();
      const text = source!.replace(/&#(\d+);/g, (_, code: string) =>
        String.fromCharCode(Number(code)),
      );
      const left = box?.x ?? EDGE;
      return {
        text: text.replace(/[\u202b\u202c]/g, ""),
        size: Number(size),
        left,
        right: left + (box?.width ?? 0),
      };
    },
  );
}

/** The lines of the title: the largest texts but for the brand's initial. */
function titleOf(given: Partial<CardPicture>): Text[] {
  return textsOf(given).filter(({ size }) => size >= 50);
}

const whole = (lines: Text[]) => lines.map(({ text }) => text).join(" ");

describe("a card", () => {
  it("is a picture of 1200 × 630 in the brand’s colour, the same each time", async () => {
    const png = renderCard(card({}));
    const { width, height, format } = await sharp(png).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
    const { data } = await sharp(png)
      .extract({ left: 600, top: 2, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([0x0a, 0x5a, 0x6b]);
    expect(renderCard(card({})).equals(png)).toBe(true);
    expect(renderCard(card({ title: "Why does it blink red" })).equals(png)).toBe(false);
  });

  it.each([
    ["wide letters without a space", "W".repeat(150)],
    ["narrow letters without a space", "i".repeat(150)],
    ["long words", "Donaudampfschifffahrtsgesellschaftskapitän ".repeat(3)],
    ["Arabic", "كيف أعيد تعيين جهاز الراوتر ".repeat(5)],
    ["Arabic without a space", "مممم".repeat(37)],
    ["Arabic with Latin words", "كيف أعيد تعيين Router (v1.2) مرة أخرى؟ ".repeat(3)],
    ["Latin with Arabic words", "Why does كيف أعيد fail after 12:30؟ ".repeat(4)],
    ["marks piled on letters", `Z${"\u0301\u0323".repeat(40)}algo text ${"e\u0301".repeat(50)}`],
    ["joined emoji", `Help ${"👨‍👩‍👧‍👦".repeat(30)} please`],
    ["kerning pairs", "AVAVAVATATATAToToToToWAWAWAYA ".repeat(5)],
    ["capitals of a sharp S and ligatures", "ẞ ﬁ ﬂ ﷺ ﷽ ".repeat(15)],
  ])("keeps every text inside: %s", (_, title) => {
    for (const direction of ["ltr", "rtl"] as const) {
      const texts = textsOf({ title, space: title, brand: title, state: title, direction });
      expect(texts.length).toBeGreaterThan(3);
      for (const { text, left, right } of texts) {
        expect(left, text).toBeGreaterThan(EDGE - 6);
        expect(right, text).toBeLessThan(1200 - EDGE + 6);
      }
    }
  });

  it("breaks at spaces, shows short titles larger, and cuts long ones with …", () => {
    const short = titleOf({ title: "Hub blinks orange" });
    expect(short.map(({ text }) => text)).toEqual(["Hub blinks orange"]);
    const words = "The hub blinks orange and drops the connection every evening at nine";
    const some = titleOf({ title: words });
    expect(some.length).toBeGreaterThan(1);
    expect(whole(some)).toBe(words);
    expect(some[0]!.size).toBeLessThan(short[0]!.size);
    const long = titleOf({ title: `${words} ${words} ${words}` });
    expect(long).toHaveLength(4);
    expect(long.at(-1)!.text).toMatch(/\S…$/);
    expect(`${words} ${words}`).toContain(whole(long.slice(0, 3)));
  });

  it("runs Arabic from the right, in the order it is read", () => {
    const arabic = titleOf({ title: "كيف أعيد التعيين", direction: "rtl" });
    expect(arabic[0]!.right).toBeGreaterThan(1_110);
    expect(arabic[0]!.left).toBeGreaterThan(300);
    // In a community of another direction too, by the title's own letters.
    expect(titleOf({ title: "كيف أعيد التعيين" })[0]!.right).toBeGreaterThan(1_110);
    expect(titleOf({ title: "English title", direction: "rtl" })[0]!.left).toBeLessThan(90);
  });

  it("joins Arabic letters", () => {
    const [joined] = titleOf({ title: "ببببببب" });
    const [apart] = titleOf({ title: "ب‌ب‌ب‌ب‌ب‌ب‌ب" });
    const width = ({ left, right }: Text) => right - left;
    expect(width(joined!)).toBeLessThan(width(apart!) * 0.8);
  });

  it("leaves out what its fonts have no letters for", () => {
    expect(whole(titleOf({ title: "Why 😀 does 👨‍👩‍👧 it 🇩🇪 fail ✨?" }))).toBe("Why does it fail ?");
    // Nothing but a script it can't draw: the brand's name, and the rest.
    const [instead] = titleOf({ title: "これは日本語のタイトルです" });
    expect(instead!.text).toBe("Larkfield");
    expect(whole(titleOf({ title: "Übergröße žluťoučký Привет Ελλάδα" }))).toBe(
      "Übergröße žluťoučký Привет Ελλάδα",
    );
  });

  it("takes hostile texts as text", () => {
    const texts = HOSTILE_PAYLOADS.map((payload) => `Hurt? ${payload}`);
    for (let i = 0; i < texts.length; i += 4) {
      const [title = "", space = "", brand = "", state = ""] = texts.slice(i, i + 4);
      const svg = layOutCard(card({ title, space, brand, state }));
      const tags = new Set<string>();
      const names = new Set<string>();
      const parser = new Parser(
        {
          onopentag(tag, attributes) {
            tags.add(tag);
            for (const name of Object.keys(attributes)) names.add(name);
          },
          oncomment: () => tags.add("a comment"),
          onprocessinginstruction: (name) => tags.add(name),
          oncdatastart: () => tags.add("CDATA"),
        },
        { xmlMode: true },
      );
      parser.end(svg);
      expect([...tags].sort()).toEqual([
        "clipPath",
        "g",
        "radialGradient",
        "rect",
        "stop",
        "svg",
        "text",
      ]);
      expect([...names].filter((name) => /^on|href|style/i.test(name))).toEqual([]);
      expect(() => new Resvg(svg, RENDER_OPTIONS)).not.toThrow();
    }
  }, 120_000);
});

describe("the mark", () => {
  const mark = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 32"><rect width="32" height="32" fill="#b4235a"/>${inside}</svg>`;

  it("is drawn, and reads no file and no address", async () => {
    const plain = renderCard(card({ logoSvg: mark("") }));
    expect(plain.equals(renderCard(card({})))).toBe(false);
    const folder = mkdtempSync(path.join(tmpdir(), "card-"));
    const file = path.join(folder, "white.png");
    const white = { width: 8, height: 8, channels: 3, background: "#ffffff" } as const;
    writeFileSync(file, await sharp({ create: white }).png().toBuffer());
    for (const href of [file, `file://${file}`, path.relative(process.cwd(), file)]) {
      const image = `<image href="${href}" width="32" height="32"/><image xlink:href="${href}" width="32" height="32"/>`;
      expect(renderCard(card({ logoSvg: mark(image) })).equals(plain), href).toBe(true);
    }
    const seen = mark('<rect width="32" height="16" fill="#fff"/>');
    expect(renderCard(card({ logoSvg: seen })).equals(plain)).toBe(false);
  });

  it("does no harm when it is no picture", () => {
    for (const logoSvg of ["<svg", "not at all", mark("<script>alert(1)</script>"), "]]>"]) {
      expect(renderCard(card({ logoSvg })).subarray(1, 4).toString()).toBe("PNG");
    }
  });
});
