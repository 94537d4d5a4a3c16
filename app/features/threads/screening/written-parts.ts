import { pictureAddress } from "../rich-text/file-address.ts";
import { documentToText } from "../rich-text/document-to-text.ts";
import type { DocumentJson, NodeJson } from "../rich-text/schema.ts";

type Span = { from: number; to: number };

/** A text with what of it is code, quoted, linked or a picture; places in UTF-16 units. */
export type WrittenParts = {
  text: string;
  code: Span[];
  quotes: Span[];
  links: { href: string; text: string }[];
  images: number;
};

const SEPARATORS: Record<string, string> = {
  bulletList: "\n",
  orderedList: "\n",
  listItem: "\n",
  table: "\n",
  tableRow: "\t",
};

const blank = (): WrittenParts => ({ text: "", code: [], quotes: [], links: [], images: 0 });

/** The words of one node that has no blocks in it. */
const wordsOf = (node: NodeJson): string =>
  documentToText({ type: "doc", content: [{ type: "paragraph", content: [node] }] });

const hrefOf = ({ marks = [] }: NodeJson): string | null => {
  const link = marks.find(({ type }) => type === "link");
  return typeof link?.attrs?.["href"] === "string" ? link.attrs["href"] : null;
};

function inlineParts(nodes: readonly NodeJson[] = []): WrittenParts {
  const parts = blank();
  let last: string | null = null;
  for (const node of nodes) {
    const words = wordsOf(node);
    const from = parts.text.length;
    parts.text += words;
    if (node.marks?.some(({ type }) => type === "code")) {
      parts.code.push({ from, to: from + words.length });
    }
    const href = hrefOf(node);
    // Bold within a link parts it into several nodes; it is one link.
    if (href !== null && href === last) parts.links.at(-1)!.text += words;
    else if (href !== null) parts.links.push({ href, text: words });
    last = href;
    const source = node.type === "image" ? node.attrs?.["src"] : null;
    if (typeof source === "string") {
      parts.images += 1;
      // A picture from elsewhere is shown as a link to it.
      if (pictureAddress(source) === null) parts.links.push({ href: source, text: words });
    }
  }
  return parts;
}

const moved = (spans: readonly Span[], by: number): Span[] =>
  spans.map(({ from, to }) => ({ from: from + by, to: to + by }));

function joined(nodes: readonly NodeJson[] = [], separator: string): WrittenParts {
  const whole = blank();
  for (const node of nodes) {
    const part = blockParts(node);
    whole.images += part.images;
    whole.links.push(...part.links);
    if (part.text === "") continue;
    if (whole.text !== "") whole.text += separator;
    const at = whole.text.length;
    whole.text += part.text;
    whole.code.push(...moved(part.code, at));
    whole.quotes.push(...moved(part.quotes, at));
  }
  return whole;
}

function blockParts(node: NodeJson): WrittenParts {
  if (node.type === "paragraph") return inlineParts(node.content);
  if (node.type === "codeBlock") {
    const parts = inlineParts(node.content);
    return { ...parts, code: [{ from: 0, to: parts.text.length }] };
  }
  const parts = joined(node.content, SEPARATORS[node.type] ?? "\n\n");
  if (node.type !== "blockquote") return parts;
  return { ...parts, quotes: [{ from: 0, to: parts.text.length }] };
}

/** The parts of a document; its text is the one that `documentToText` gives. */
export function writtenParts(document: DocumentJson): WrittenParts {
  return blockParts(document);
}
