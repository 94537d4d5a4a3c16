import { documentToText, excerpt } from "./document-to-text.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

/** A quote reminds of a post, it does not repeat it; UTF-16 code units. */
const MAX_TEXT = 600;

function textOf(node: NodeJson): string {
  return documentToText({ type: "doc", content: [node] });
}

function paragraph(text: string, bold = false): NodeJson {
  const marks = bold ? { marks: [{ type: "bold" }] } : {};
  return { type: "paragraph", content: [{ type: "text", text, ...marks }] };
}

/** The first blocks of a text, without what it quotes itself. */
function beginning(blocks: readonly NodeJson[]): NodeJson[] {
  const kept: NodeJson[] = [];
  let left = MAX_TEXT;
  for (const block of blocks.filter(({ type }) => type !== "blockquote")) {
    const text = textOf(block);
    if (text.length > left) {
      const rest = excerpt(text, Math.max(left, 40));
      return [...kept, paragraph(rest)];
    }
    left -= text.length;
    kept.push(block);
  }
  return kept;
}

/** A post, or a part of it, as a quote that begins with its author's name; long ones are cut. */
export function quoteOf(document: DocumentJson, author: string): NodeJson {
  const blocks = beginning(document.content ?? []);
  const name = author.replace(/\s+/g, " ").trim();
  const head = name === "" ? [] : [paragraph(`${name}:`, true)];
  const content = [...head, ...blocks];
  return { type: "blockquote", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}
