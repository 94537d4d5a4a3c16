import { ADDRESS_SHAPES, TAIL } from "./address-shapes.ts";
import type { PersonalSpan } from "./kinds.ts";
import type { Labels } from "./read-labels.ts";

const NAME_WORD = /[\p{L}\p{M}.'-]/u;
const LONGEST_WORD = 40;
/** Of a street's name before its number, such as "Karl Marx Straße". */
const MOST_WORDS = 3;
const CUE = 60;

/** Where the name of a street begins that ends at "straße 5"; -1 when it has none. */
function nameStart(flat: string, from: number): number {
  let start = from;
  const least = from - LONGEST_WORD;
  while (start > least && NAME_WORD.test(flat[start - 1] ?? " ")) start -= 1;
  if (start < from) return start;
  for (let words = 0; words < MOST_WORDS && flat[start - 1] === " "; words += 1) {
    let word = start - 1;
    while (word > least && NAME_WORD.test(flat[word - 1] ?? " ")) word -= 1;
    if (!/\p{Lu}/u.test(flat[word] ?? "")) break;
    start = word;
  }
  return start < from ? start : -1;
}

/** Postal addresses of a flat text: a street with its number, and town and postcode where given. */
export function findAddresses(flat: string, labels: Labels): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const { shape, sure, ending } of ADDRESS_SHAPES) {
    for (const match of flat.matchAll(shape)) {
      const from = ending ? nameStart(flat, match.index) : match.index;
      if (from === -1) continue;
      const street = match.index + match[0].length;
      TAIL.lastIndex = street;
      const hasTown = TAIL.test(flat);
      const isNamed = sure || labels.has("address", from, CUE);
      if (!hasTown && !isNamed) continue;
      found.push({ kind: "address", from, to: hasTown ? TAIL.lastIndex : street });
    }
  }
  return found;
}
