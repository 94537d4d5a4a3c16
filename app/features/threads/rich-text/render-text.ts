import sanitizeHtml from "sanitize-html";
import { ALLOWED_HTML } from "./allowed-html.ts";
import { documentToHtml } from "./document-to-html.ts";
import { documentToText } from "./document-to-text.ts";
import type { HtmlOptions } from "./html-reader.ts";
import { htmlToDocument } from "./html-to-document.ts";
import { markdownToDocument } from "./markdown-to-document.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

/** The three forms in which a post keeps what was written. */
export interface StoredText {
  document: DocumentJson;
  /** Safe HTML, as pages send it. */
  html: string;
  text: string;
}

/** The stored forms of a checked document. */
export function renderDocument(document: DocumentJson): StoredText {
  // A second, independent layer, in case the first one has a mistake: it should change nothing.
  const html = sanitizeHtml(documentToHtml(document), ALLOWED_HTML);
  return { document, html, text: documentToText(document) };
}

/**
 * The stored forms of what a member typed as Markdown.
 * @throws InvalidDocumentError when it is larger than a stored text may be
 */
export function renderMarkdown(source: string): StoredText {
  return renderDocument(markdownToDocument(source));
}

/** The stored forms of foreign HTML; never throws, `truncated` says when something had to be left out. */
export function renderHtml(
  html: string,
  options: HtmlOptions = {},
): StoredText & { truncated: boolean } {
  const { document, truncated } = htmlToDocument(html, options);
  return { ...renderDocument(document), truncated };
}

function collectLinks(node: NodeJson, found: Set<string>): void {
  for (const mark of node.marks ?? []) {
    if (mark.type === "link") found.add(String(mark.attrs?.["href"]));
  }
  if (node.type === "image") found.add(String(node.attrs?.["src"]));
  for (const child of node.content ?? []) collectLinks(child, found);
}

/** Every address a document leads to, links and images, each once and in reading order. */
export function links(document: DocumentJson): string[] {
  const found = new Set<string>();
  collectLinks(document, found);
  return [...found];
}
