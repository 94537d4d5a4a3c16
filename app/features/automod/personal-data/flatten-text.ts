/** A text as the finders read it, and where each of its UTF-16 units stands in the text given. */
export type FlatText = { flat: string; at: Uint32Array };

const INVISIBLE =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

function flatUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) {
    return String.fromCharCode(0x30 + (code & 0xf));
  }
  if (INVISIBLE.test(unit)) return "";
  if (SPACE.test(unit)) return " ";
  if (DASH.test(unit)) return "-";
  return unit === "’" ? "'" : unit;
}

/**
 * Digits of other scripts and full-width forms as ASCII, one kind of space and dash, invisible
 * characters left out: a number is the same however it is dressed up.
 */
export function flattenText(text: string): FlatText {
  const at = new Uint32Array(text.length + 1);
  let flat = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index]!;
    const kept = unit <= "\u007f" && unit !== "\t" ? unit : flatUnit(unit);
    if (kept === "") continue;
    at[flat.length] = index;
    flat += kept;
  }
  at[flat.length] = text.length;
  return { flat, at };
}
