import { readFileSync } from "node:fs";

/**
 * The characters a TrueType font has glyphs for, by code point.
 * Format: OpenType specification, "cmap", subtables 4 and 12.
 * @param {Buffer} font
 * @param {Set<number>} covered added to
 */
function readCmap(font, covered) {
  const tables = font.readUInt16BE(4);
  let cmap = 0;
  for (let i = 0; i < tables; i += 1) {
    const at = 12 + i * 16;
    if (font.toString("latin1", at, at + 4) === "cmap") cmap = font.readUInt32BE(at + 8);
  }
  if (cmap === 0) return;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, covered);
    if (format === 12) readGroups(font, at, covered);
  }
}

/** @param {Buffer} font @param {number} at @param {Set<number>} covered */
function readSegments(font, at, covered) {
  const bytes = font.readUInt16BE(at + 6);
  for (let i = 0; i < bytes; i += 2) {
    const end = font.readUInt16BE(at + 14 + i);
    const start = font.readUInt16BE(at + 16 + bytes + i);
    for (let code = start; code <= end && code < 0xffff; code += 1) covered.add(code);
  }
}

/** @param {Buffer} font @param {number} at @param {Set<number>} covered */
function readGroups(font, at, covered) {
  for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
    const group = at + 16 + i * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) covered.add(code);
  }
}

/**
 * What fonts have glyphs for, all of them together.
 * @param {string[]} files paths of TrueType fonts
 * @returns {Set<number>} code points
 */
export function coveredCharacters(files) {
  /** @type {Set<number>} */
  const covered = new Set();
  for (const file of files) readCmap(readFileSync(file), covered);
  return covered;
}

/** Joiners that join nothing, and what chooses between looks of a sign. */
const LOOSE = /[\ufe00-\ufe0f]|(?<!\p{L}\p{M}*)[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu;

/**
 * A text without what the fonts can't draw, such as emoji; empty when less than half of its letters
 * and digits would stay, as with a script that no font has.
 * @param {string} text
 * @param {Set<number>} covered
 */
export function drawable(text, covered) {
  const all = Array.from(text.replace(LOOSE, ""));
  const kept = all.filter((one) => covered.has(one.codePointAt(0) ?? 0) || /\s/u.test(one));
  /** @param {string[]} characters */
  const words = (characters) => characters.filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
  if (words(kept) * 2 < words(all) || words(kept) === 0) return "";
  return kept.join("").replace(/\s+/gu, " ").trim();
}
