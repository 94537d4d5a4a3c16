/** Characters nobody sees that change what a text reads as, or hide words from filters. */
export type InvisibleKind = "direction" | "hidden" | "tag";
export type InvisibleMatch = { kind: InvisibleKind; from: number; to: number };

/** Overrides turn letters around; embeddings and isolates are honest in right-to-left text. */
const OVERRIDE = /[\u202d\u202e]/g;
/** Without a sense between two letters of scripts that don't join with them. */
const HIDDEN =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]{1,64}(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])/gu;
/** Tag characters outside of flags, and rows of invisible ones. */
const TAGS = /(?<!\u{1f3f4})(?<![\u{e0020}-\u{e007f}])[\u{e0000}-\u{e007f}]{1,256}/gu;
const FILLERS = /[\u115f\u1160\u3164\uffa0\u200b-\u200d\u2060-\u2064\ufeff]{4,256}/gu;
/** Web pages put one break or two into long words. */
const HONEST = 2;

function matchesOf(text: string, pattern: RegExp, kind: InvisibleKind): InvisibleMatch[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    kind,
    from: index,
    to: index + found.length,
  }));
}

/** Direction overrides, invisible characters inside words (three and more), tags and fillers. */
export function findInvisible(text: string): InvisibleMatch[] {
  const hidden = matchesOf(text, HIDDEN, "hidden");
  return [
    ...matchesOf(text, OVERRIDE, "direction"),
    ...(hidden.length > HONEST ? hidden : []),
    ...matchesOf(text, TAGS, "tag"),
    ...matchesOf(text, FILLERS, "hidden"),
  ].toSorted((a, b) => a.from - b.from);
}
