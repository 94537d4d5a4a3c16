/** NUL and the other controls, but for white space. */
const CONTROLS = /[^\P{Cc}\s]/u;
/** Characters that turn the direction of what follows them, in other people's lines too. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What is left out of sight: zero-width space, word joiner, byte order mark, soft hyphen, tags. */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e0fff}]/gu;
const TOO_MANY_MARKS = /(\p{M}{2})\p{M}+/gu;

/** True when the text holds a NUL or another control character, which no keyboard types. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

/**
 * A name or another one-line text as it is kept: NFC, white space folded and trimmed, no controls,
 * nothing that changes direction or hides, at most two combining marks in a row.
 */
export function tidyLine(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(BIDI_CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(/[^\P{Cc}\s]/gu, "")
    .replace(TOO_MANY_MARKS, "$1")
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .trim();
}
