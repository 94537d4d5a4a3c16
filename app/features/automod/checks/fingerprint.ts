import { readWordStream } from "../words/word-stream.ts";

/** So many words in a row are compared. */
const SHINGLE = 3;
/** So many of their hashes are kept: likeness is right within about 0.06. */
const KEPT = 64;
/** Shorter texts are alike by chance. */
const LEAST_WORDS = 8;
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;

/** FNV-1a, 32 bits, of UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * The smallest 64 hashes of a text's rows of three words (Broder's bottom-k sketch, 1997), rising; from
 * them two texts' likeness is known without the texts. Empty for a text of less than eight words.
 */
export function fingerprint(text: string): number[] {
  const stream = readWordStream(text).text.replace(UNSPACED, " $1 ").trim();
  const words = stream.split(/ +/);
  if (words.length < LEAST_WORDS) return [];
  const hashes = new Set<number>();
  for (let index = 0; index + SHINGLE <= words.length; index += 1) {
    hashes.add(hash(words.slice(index, index + SHINGLE).join(" ")));
  }
  return Array.from(Uint32Array.from(hashes).sort().subarray(0, KEPT));
}

/** The estimated share of rows of words two texts have in common, 0 to 1 (Jaccard's index). */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  // Below the size kept a fingerprint holds every row, and the union is counted whole.
  const full = a.length >= KEPT || b.length >= KEPT;
  let [i, j, union, common] = [0, 0, 0, 0];
  while ((i < a.length || j < b.length) && (!full || union < KEPT)) {
    const left = a[i] ?? Infinity;
    const right = b[j] ?? Infinity;
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
    union += 1;
  }
  return common / union;
}
