const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|[^">])*>/g;
const VOID = new Set(["br", "hr", "img", "input", "source", "wbr"]);
/** What makes a block tall or loud, whatever the length of its text. */
const LEFT_OUT = /<(?:img|pre|table|details|figure|video|iframe|h[1-6]|hr)\b/;

/** The blocks of stored HTML, one after the other. */
function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of html.matchAll(TAG)) {
    const [whole, closes, name] = tag;
    if (!VOID.has(name!)) depth += closes === "/" ? -1 : 1;
    if (depth > 0) continue;
    const end = tag.index + whole.length;
    blocks.push(html.slice(start, end));
    start = end;
  }
  return blocks;
}

const lengthOf = (html: string): number =>
  html.replace(TAG, "").replace(/&(?:amp|lt|gt|quot|#39);/g, "?").length;

/**
 * The first paragraphs and lists of a post's stored HTML, at most `most` letters long; nothing where the
 * first of them is longer, or a picture, a table or code. `whole` says that nothing is left out.
 */
export function firstBlocks(html: string, most: number): { html: string; whole: boolean } {
  const blocks = blocksOf(html);
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    length += lengthOf(block);
    if (length > most || LEFT_OUT.test(block)) break;
    kept.push(block);
  }
  return { html: kept.join(""), whole: kept.length === blocks.length };
}
