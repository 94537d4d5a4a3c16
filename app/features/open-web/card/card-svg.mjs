import { breakLines, cutToFit, directionOfText } from "./break-lines.mjs";
import { inDirection, textElement } from "./text-element.mjs";

/**
 * @typedef {import("./card-types.d.ts").CardPicture} CardPicture
 * @typedef {import("./card-types.d.ts").Direction} Direction
 * @typedef {import("./card-types.d.ts").Measure} Measure
 * @typedef {{ x: number, y: number, size: number, weight: number, direction: Direction,
 *   side: "left" | "right", fill: string }} Place where a line goes; `x` is the edge of its `side`
 */

export const CARD_SIZE = { width: 1200, height: 630 };
const EDGE = 80;
const INNER = CARD_SIZE.width - 2 * EDGE;
const MARK = 72;
/** Sizes a title is tried in, the largest in which nothing is cut. */
const TITLE_SIZES = [
  { size: 76, lines: 2 },
  { size: 68, lines: 3 },
  { size: 58, lines: 4 },
  { size: 50, lines: 4 },
];
/** The part of the card a title may stand in. */
const TITLE_AREA = { top: 180, bottom: 500 };
const LINE = 1.22;

/** @param {string} text @param {Place} place */
function textAt(text, { x, y, size, weight, direction, side, fill }) {
  const anchor = side === "right" ? "end" : "start";
  const at = `x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}"`;
  return textElement(inDirection(text, direction), `${at} font-size="${size}"`, weight);
}

/** @param {CardPicture} card @param {number} x left edge */
function mark(card, x) {
  const y = 64;
  if (card.logoSvg !== "") {
    const source = Buffer.from(card.logoSvg).toString("base64");
    return `<clipPath id="mark"><rect x="${x}" y="${y}" width="${MARK}" height="${MARK}" rx="16"/></clipPath><rect x="${x - 3}" y="${y - 3}" width="${MARK + 6}" height="${MARK + 6}" rx="19" fill="${card.ink}"/><image clip-path="url(#mark)" x="${x}" y="${y}" width="${MARK}" height="${MARK}" href="data:image/svg+xml;base64,${source}"/>`;
  }
  const initial = (Array.from(card.brand)[0] ?? "").toLocaleUpperCase();
  const middle = `x="${x + MARK / 2}" y="${y + 51}" text-anchor="middle" fill="${card.ground}"`;
  return (
    `<rect x="${x}" y="${y}" width="${MARK}" height="${MARK}" rx="16" fill="${card.ink}"/>` +
    textElement(initial, `${middle} font-size="42"`, 700)
  );
}

/** @param {CardPicture} card @param {Measure} measure */
function titleLines(card, measure) {
  const direction = directionOfText(card.title, card.direction);
  for (const [at, { size, lines: most }] of TITLE_SIZES.entries()) {
    /** @param {string} text */
    const fits = (text) => measure(inDirection(text, direction), size, 700) <= INNER;
    const broken = breakLines(card.title, most, fits);
    if (broken.whole || at === TITLE_SIZES.length - 1) return { ...broken, size, direction };
  }
  throw new RangeError("no size for a title");
}

/** @param {CardPicture} card @param {Measure} measure */
function titleOf(card, measure) {
  const { lines, size, direction } = titleLines(card, measure);
  const side = direction === "rtl" ? "right" : "left";
  const room = TITLE_AREA.bottom - TITLE_AREA.top - lines.length * size * LINE;
  const top = TITLE_AREA.top + Math.max(0, room / 2) + size * 0.98;
  const x = side === "right" ? CARD_SIZE.width - EDGE : EDGE;
  const texts = lines.map((line, at) => {
    const y = Math.round(top + at * size * LINE);
    return textAt(line, { x, y, size, weight: 700, direction, side, fill: card.ink });
  });
  const { top: y, bottom } = TITLE_AREA;
  // Marks piled up on a letter stay within the title's part.
  return `<clipPath id="title"><rect x="0" y="${y - 24}" width="${CARD_SIZE.width}" height="${bottom - y + 48}"/></clipPath><g clip-path="url(#title)">${texts.join("")}</g>`;
}

/** @param {CardPicture} card @param {Measure} measure */
function footer(card, measure) {
  const rtl = card.direction === "rtl";
  const size = 32;
  const stateWay = directionOfText(card.state, card.direction);
  /** @param {string} text */
  const stateWidth = (text) => measure(inDirection(text, stateWay), size, 700);
  const state = cutToFit(card.state, (text) => stateWidth(text) <= 480);
  const pill = Math.ceil(stateWidth(state)) + 56;
  const left = rtl ? CARD_SIZE.width - EDGE - pill : EDGE;
  const spaceWay = directionOfText(card.space, card.direction);
  const room = INNER - pill - 28;
  const space = cutToFit(
    card.space,
    (text) => measure(inDirection(text, spaceWay), size, 500) <= room,
  );
  return [
    `<rect x="${left}" y="526" width="${pill}" height="60" rx="30" fill="${card.ink}"/>`,
    textAt(state, {
      x: stateWay === "rtl" ? left + pill - 28 : left + 28,
      y: 567,
      size,
      weight: 700,
      direction: stateWay,
      side: stateWay === "rtl" ? "right" : "left",
      fill: card.ground,
    }),
    textAt(space, {
      x: rtl ? left - 28 : left + pill + 28,
      y: 567,
      size,
      weight: 500,
      direction: spaceWay,
      side: rtl ? "right" : "left",
      fill: card.ink,
    }),
  ].join("");
}

/** @param {CardPicture} card @param {Measure} measure */
function header(card, measure) {
  const rtl = card.direction === "rtl";
  const direction = directionOfText(card.brand, card.direction);
  const beside = MARK + 24;
  const brand = cutToFit(
    card.brand,
    (text) => measure(inDirection(text, direction), 38, 700) <= INNER - beside,
  );
  const x = rtl ? CARD_SIZE.width - EDGE - beside : EDGE + beside;
  return (
    mark(card, rtl ? CARD_SIZE.width - EDGE - MARK : EDGE) +
    textAt(brand, {
      x,
      y: 114,
      size: 38,
      weight: 700,
      direction,
      side: rtl ? "right" : "left",
      fill: card.ink,
    })
  );
}

/**
 * A card as SVG source of 1200 × 630, with every text broken and cut to its place. A card without a
 * title shows the brand's name in its stead.
 * @param {CardPicture} card its texts hold only what the fonts can draw
 * @param {Measure} measure
 */
export function cardSvg(card, measure) {
  const { width, height } = CARD_SIZE;
  const titled = card.title === "" ? { ...card, title: card.brand } : card;
  const away = card.ink === "#ffffff" ? "#000000" : "#ffffff";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<radialGradient id="light" cx="0.5" cy="0" r="1"><stop offset="0.2" stop-color="${away}" stop-opacity="0"/><stop offset="1" stop-color="${away}" stop-opacity="0.22"/></radialGradient>`,
    `<rect width="${width}" height="${height}" fill="${card.ground}"/>`,
    `<rect width="${width}" height="${height}" fill="url(#light)"/>`,
    header(card, measure),
    titleOf(titled, measure),
    footer(card, measure),
    "</svg>",
  ].join("");
}
