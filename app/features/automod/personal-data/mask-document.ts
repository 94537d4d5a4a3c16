import { carriesPersonalData } from "./carries-personal-data.ts";
import type { PersonalOptions, PersonalSpan } from "./kinds.ts";
import type { MaskWords } from "./mask-personal-data.ts";

/** A part of a document of the editor, as far as masking looks at it. */
export interface MaskableNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: MaskableNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

/** A part that shows text, and where this stands in the plain text of the document. */
type Piece = { node: MaskableNode; from: number; to: number };

function shownText({ type, text, attrs }: MaskableNode): string {
  if (type === "text") return text ?? "";
  if (type === "hardBreak") return "\n";
  if (type === "mention") return `@${String(attrs?.["label"])}`;
  return type === "image" && typeof attrs?.["alt"] === "string" ? attrs["alt"] : "";
}

/** All that stands in the plain text between two parts. */
const BETWEEN = ["\n", "\t", "[picture]", "[picture: ", "]"];

/** The next place from `start` on where the part stands, over what only parts them; -1 for none. */
function placeOf(text: string, shown: string, start: number): number {
  let place = start;
  while (!text.startsWith(shown, place)) {
    const skipped = BETWEEN.find((one) => text.startsWith(one, place));
    if (skipped === undefined) return -1;
    place += skipped.length;
  }
  return place;
}

function readPieces(document: MaskableNode, text: string): Piece[] {
  const pieces: Piece[] = [];
  let cursor = 0;
  const visit = (node: MaskableNode): void => {
    const shown = shownText(node);
    if (shown !== "") {
      const from = placeOf(text, shown, cursor);
      if (from === -1) throw new Error("The text is not that of the document");
      cursor = from + shown.length;
      pieces.push({ node, from, to: cursor });
    }
    for (const child of node.content ?? []) visit(child);
  };
  visit(document);
  return pieces;
}

/** What is left of a part's text: the mask stands where a span begins. */
function maskPiece({ from, to }: Piece, text: string, spans: PersonalSpan[], words: MaskWords) {
  let masked = "";
  let last = from;
  for (const span of spans) {
    masked += text.slice(last, Math.max(last, span.from));
    if (span.from >= from) masked += words[span.kind];
    last = Math.min(to, span.to);
  }
  return masked + text.slice(last, to);
}

function withoutLink(node: MaskableNode): MaskableNode {
  const marks = node.marks?.filter(({ type }) => type !== "link") ?? [];
  const { marks: _, ...rest } = node;
  return marks.length > 0 ? { ...rest, marks } : rest;
}

function maskLeaf(node: MaskableNode, masked: string): MaskableNode | null {
  if (node.type === "text") return masked === "" ? null : { ...withoutLink(node), text: masked };
  if (node.type === "image")
    return { ...withoutLink(node), attrs: { ...node.attrs, alt: masked || null } };
  if (node.type === "hardBreak") return null;
  return masked === "" ? null : { type: "text", text: masked };
}

/**
 * A document in which each span is replaced by what it was, across differently marked text and over
 * line breaks; links that touch a span, or lead to personal data themselves, are unlinked. `text` is
 * the plain text of the document, which the spans belong to.
 * @throws Error when the text is not that of the document
 */
export function maskDocument<N extends MaskableNode>(
  document: N,
  {
    text,
    spans,
    words,
    options = {},
  }: { text: string; spans: readonly PersonalSpan[]; words: MaskWords; options?: PersonalOptions },
): N {
  const pieces = new Map(readPieces(document, text).map((piece) => [piece.node, piece]));
  const mask = (node: MaskableNode): MaskableNode | null => {
    const piece = pieces.get(node);
    const touching = piece
      ? spans.filter(({ from, to }) => from < piece.to && to > piece.from)
      : [];
    if (piece && touching.length > 0) {
      return maskLeaf(node, maskPiece(piece, text, touching, words));
    }
    const link = node.marks?.find(({ type }) => type === "link");
    const kept =
      link && carriesPersonalData(link.attrs?.["href"], options) ? withoutLink(node) : node;
    if (!kept.content) return kept;
    return { ...kept, content: kept.content.map(mask).filter((child) => child !== null) };
  };
  return mask(document) as N;
}
