const EMBEDDED = "\u202b";

/**
 * Lines run right to left by an embedding: the renderer takes every text for left to right.
 * @param {string} text
 * @param {import("./card-types.d.ts").Direction} direction
 */
export function inDirection(text, direction) {
  return direction === "rtl" ? `${EMBEDDED}${text}\u202c` : text;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

/**
 * A line of text in the card's fonts, as SVG source.
 * @param {string} text in the direction it runs
 * @param {string} attributes SVG source
 * @param {number} weight 500 or 700
 */
export function textElement(text, attributes, weight) {
  const family = text.startsWith(EMBEDDED) ? "Noto Sans Arabic, Inter" : "Inter, Noto Sans Arabic";
  return `<text ${attributes} font-family="${family}" font-weight="${weight}">${escaped(text)}</text>`;
}
