import { pictureAddress } from "./file-address.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

const ELLIPSIS = "…";
/** Room for the longest family emoji and for letters with stacked marks. */
const CUT_WINDOW = 64;
const MAX_LOOK_BACK = 512;
/** How far back a cut may go to end at a word. */
const WORD_WINDOW = 24;

/** A picture of the community says that it is one; of others, a link is shown, by its words. */
function pictureText({ attrs }: NodeJson): string {
  const alt = typeof attrs?.["alt"] === "string" ? attrs["alt"] : "";
  if (pictureAddress(String(attrs?.["src"])) === null) return alt;
  return alt === "" ? "[picture]" : `[picture: ${alt}]`;
}

function inlineText(nodes: readonly NodeJson[] = []): string {
  let text = "";
  for (const node of nodes) {
    if (node.type === "text") text += node.text ?? "";
    else if (node.type === "hardBreak") text += "\n";
    else if (node.type === "image") text += pictureText(node);
    else if (node.type === "mention") text += `@${String(node.attrs?.["label"])}`;
  }
  return text;
}

function join(nodes: readonly NodeJson[] = [], separator: string): string {
  return nodes
    .map(blockText)
    .filter((text) => text !== "")
    .join(separator);
}

function blockText(node: NodeJson): string {
  switch (node.type) {
    case "paragraph":
    case "codeBlock":
      return inlineText(node.content);
    case "bulletList":
    case "orderedList":
    case "listItem":
    case "table":
      return join(node.content, "\n");
    case "tableRow":
      return join(node.content, "\t");
    default:
      return join(node.content, "\n\n");
  }
}

/** The words of a document for search, excerpts and structured data: blocks a blank line apart. */
export function documentToText(document: DocumentJson): string {
  return blockText(document);
}

let graphemes: Intl.Segmenter | undefined;

/** The last place at or before `end` where no emoji or accented letter is cut. */
function graphemeStart(text: string, end: number): number {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  // From a space where one is near, so that a run of flags is not read from its middle.
  const from = Math.max(0, end - MAX_LOOK_BACK, text.lastIndexOf(" ", end - CUT_WINDOW));
  const window = text.slice(from, end + CUT_WINDOW);
  const segment = graphemes.segment(window).containing(end - from);
  return segment ? from + segment.index : end;
}

/**
 * The beginning of a text on one line, of at most `max` UTF-16 code units with the "…" that says
 * something follows; ends at a word where one ends near.
 */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  const end = graphemeStart(line, Math.max(0, max - ELLIPSIS.length));
  const space = line.lastIndexOf(" ", end);
  const cut = space > 0 && space >= end - Math.min(WORD_WINDOW, 0.4 * end) ? space : end;
  return line.slice(0, cut).trimEnd() + ELLIPSIS;
}
