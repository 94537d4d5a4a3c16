import {
  checkDocument,
  InvalidDocumentError,
} from "#app/features/threads/rich-text/check-document.ts";
import { markdownToDocument } from "#app/features/threads/rich-text/markdown-to-document.ts";
import {
  renderDocument,
  renderHtml,
  type StoredText,
} from "#app/features/threads/rich-text/render-text.ts";
import { safeHref } from "#app/features/threads/rich-text/safe-address.ts";
import type { DocumentJson, NodeJson } from "#app/features/threads/rich-text/schema.ts";
import type { GivenText } from "./import-items.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";

/** Where a text stood, and where its links lead now (null: as they did). */
export type LinkRules = { baseUrl: string | null; rewrite: (href: string) => string | null };

/** What is stored of a text; `changes` says in words what could not be kept as it was. */
export type RenderedText = StoredText & { changes: string[]; isEmpty: boolean };

const CUT = "the text was longer than a post may be and is cut";
const PLAIN = "the text was too deeply nested and is kept without its form";
const UNREADABLE = "some characters could not be read";
const MARKDOWN_CUT = 40_000;

function withLinks(node: NodeJson, { baseUrl, rewrite }: LinkRules): NodeJson {
  const absolute = (address: string) =>
    baseUrl && address.startsWith("/")
      ? (safeHref(new URL(address, baseUrl).href) ?? address)
      : address;
  const copy = { ...node };
  if (node.type === "image")
    copy.attrs = { ...node.attrs, src: absolute(String(node.attrs?.["src"])) };
  copy.marks = node.marks?.map((mark) => {
    if (mark.type !== "link") return mark;
    const href = String(mark.attrs?.["href"]);
    return { ...mark, attrs: { ...mark.attrs, href: rewrite(href) ?? absolute(href) } };
  });
  copy.content = node.content?.map((child) => withLinks(child, { baseUrl, rewrite }));
  if (!copy.marks) delete copy.marks;
  if (!copy.content) delete copy.content;
  return copy;
}

function hasImage(node: NodeJson): boolean {
  return node.type === "image" || (node.content ?? []).some(hasImage);
}

function plainDocument(text: string): DocumentJson {
  const lines = text
    .slice(0, MARKDOWN_CUT)
    .split(/\n+/)
    .filter((line) => line.trim() !== "");
  const content = lines.slice(0, 5000).map((line) => ({
    type: "paragraph",
    content: [{ type: "text", text: line.trim() }],
  }));
  return checkDocument({
    type: "doc",
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  });
}

function fromMarkdown(markdown: string, changes: string[]): DocumentJson {
  try {
    return markdownToDocument(markdown);
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
  }
  changes.push(markdown.length > MARKDOWN_CUT ? CUT : PLAIN);
  try {
    return markdownToDocument(markdown.slice(0, MARKDOWN_CUT));
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    return plainDocument(markdown);
  }
}

function render(given: GivenText, links: LinkRules, changes: string[]): StoredText {
  if ("html" in given) {
    const options = { baseUrl: links.baseUrl ?? undefined, rewriteLink: links.rewrite };
    const { truncated, ...stored } = renderHtml(given.html, options);
    if (truncated) changes.push(CUT);
    return stored;
  }
  const document =
    "markdown" in given ? fromMarkdown(given.markdown, changes) : checkDocument(given.document);
  return renderDocument(checkDocument(withLinks(document, links)));
}

/**
 * The stored forms of an imported text: read by the same allow-list as what members write, with its
 * links led to where their targets are now.
 * @throws InvalidDocumentError when a given document isn't of our schema
 */
export function renderGivenText(given: GivenText, links: LinkRules): RenderedText {
  const changes: string[] = [];
  let stored = render(given, links, changes);
  if (stored.html.length > IMPORT_LIMITS.html) {
    stored = renderDocument(plainDocument(stored.text));
    changes.push(PLAIN);
  }
  if (stored.text.includes("\uFFFD")) changes.push(UNREADABLE);
  return { ...stored, changes, isEmpty: stored.text.trim() === "" && !hasImage(stored.document) };
}
