/**
 * @typedef {import("./card-types.d.ts").Direction} Direction
 * @typedef {(text: string) => boolean} Fits whether a text is as wide as its place at most
 */

const MORE = "…";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The direction a text starts in: that of its first letter, or the given one when it has none.
 * @param {string} text
 * @param {Direction} otherwise
 * @returns {Direction}
 */
export function directionOfText(text, otherwise) {
  const first = /\p{L}/u.exec(text)?.[0];
  if (!first) return otherwise;
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
    ? "rtl"
    : "ltr";
}

/**
 * How many of the parts, from the first on, fit together; widths grow with the parts.
 * @param {string[]} parts
 * @param {Fits} fits
 */
function countFitting(parts, fits) {
  let least = 0;
  let most = parts.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(parts.slice(0, middle).join(""))) least = middle;
    else most = middle - 1;
  }
  return least;
}

/**
 * A text cut to its place, with "…" where something is missing.
 * @param {string} text
 * @param {Fits} fits
 */
export function cutToFit(text, fits) {
  if (fits(text)) return text;
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const count = countFitting(parts, (start) => fits(start.trimEnd() + MORE));
  return parts.slice(0, count).join("").trimEnd() + MORE;
}

/**
 * Breaks a text into lines at spaces, and inside a word that is wider than a line.
 * @param {string} text
 * @param {number} most lines given at most; the last is cut with "…"
 * @param {Fits} fits
 * @returns {{ lines: string[], whole: boolean }} `whole` is false when something was cut
 */
export function breakLines(text, most, fits) {
  /** @type {string[]} */
  const lines = [];
  let rest = text.trim();
  while (rest !== "") {
    if (lines.length === most - 1) {
      const last = cutToFit(rest, fits);
      return { lines: [...lines, last], whole: last === rest };
    }
    let parts = rest.split(/(?<=\s)/u);
    let count = countFitting(parts, (line) => fits(line.trimEnd()));
    if (count === 0) {
      parts = Array.from(graphemes.segment(rest), ({ segment }) => segment);
      // One at least, or a letter as wide as the line would never end it.
      count = Math.max(1, countFitting(parts, fits));
    }
    lines.push(parts.slice(0, count).join("").trimEnd());
    rest = parts.slice(count).join("").trim();
  }
  return { lines, whole: true };
}
