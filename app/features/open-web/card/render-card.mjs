import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { cardSvg, CARD_SIZE } from "./card-svg.mjs";
import { coveredCharacters, drawable } from "./covered-characters.mjs";
import { textElement } from "./text-element.mjs";

/** @typedef {import("./card-types.d.ts").CardPicture} CardPicture */

const { resolve } = createRequire(import.meta.url);

/** The fonts of cards, and no other, so that a card looks the same on every machine. */
const FONTS = [
  "inter/500Medium/Inter_500Medium.ttf",
  "inter/700Bold/Inter_700Bold.ttf",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
].map((file) => resolve(`@expo-google-fonts/${file}`));

/** @type {import("@resvg/resvg-js").ResvgRenderOptions} */
export const RENDER_OPTIONS = {
  font: {
    fontFiles: FONTS,
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
    sansSerifFamily: "Inter",
  },
  logLevel: "off",
};

/** @type {Set<number> | undefined} */
let covered;

/**
 * Widths as the renderer itself lays texts out: with kerning, joined letters and fallback fonts.
 * @returns {import("./card-types.d.ts").Measure}
 */
function measurer() {
  /** @type {Map<string, number>} */
  const known = new Map();
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      const line = textElement(text, 'font-size="100"', weight);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${line}</svg>`;
      const box = new Resvg(svg, RENDER_OPTIONS).getBBox();
      width = box ? Math.max(box.width, box.x + box.width) : 0;
      known.set(key, width);
    }
    return (width * size) / 100;
  };
}

/**
 * The SVG of a card, with texts the fonts can draw only.
 * @param {CardPicture} card
 */
export function layOutCard(card) {
  covered ??= coveredCharacters(FONTS);
  const glyphs = covered;
  /** @param {string} text */
  const shown = (text) => drawable(text, glyphs);
  const { title, state, space, brand } = card;
  const texts = {
    title: shown(title),
    state: shown(state),
    space: shown(space),
    brand: shown(brand),
  };
  return cardSvg({ ...card, ...texts }, measurer());
}

/**
 * A card as a PNG of 1200 × 630. Throws when the mark is not SVG.
 * @param {CardPicture} card
 * @returns {Buffer}
 */
export function renderCard(card) {
  const image = new Resvg(layOutCard(card), {
    ...RENDER_OPTIONS,
    fitTo: { mode: "width", value: CARD_SIZE.width },
  });
  return image.render().asPng();
}
