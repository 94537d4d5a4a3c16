import { MarkdownParser } from "prosemirror-markdown";
import {
  checkSize,
  DOCUMENT_LIMITS,
  InvalidDocumentError,
  toDocumentJson,
} from "./check-document.ts";
import { cleanText } from "./clean-text.ts";
import { markdown } from "./markdown-syntax.ts";
import { safeLanguage, schema } from "./schema.ts";
import type { DocumentJson } from "./schema.ts";
import { tidyDocument } from "./tidy-document.ts";

/** Markup takes room beside the text it makes; what is longer than this is refused unread. */
const MAX_SOURCE_LENGTH = 2 * DOCUMENT_LIMITS.textLength;

const parser = new MarkdownParser(schema, markdown, {
  paragraph: { block: "paragraph" },
  blockquote: { block: "blockquote" },
  bullet_list: { block: "bulletList" },
  ordered_list: {
    block: "orderedList",
    getAttrs: (token) => ({ start: Number(token.attrGet("start") ?? 1) }),
  },
  list_item: { block: "listItem" },
  code_block: { block: "codeBlock", noCloseToken: true },
  fence: {
    block: "codeBlock",
    noCloseToken: true,
    getAttrs: (token) => ({ language: safeLanguage(token.info.trim().split(/\s/, 1)[0] ?? "") }),
  },
  hr: { node: "horizontalRule" },
  table: { block: "table" },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: "tableRow" },
  th: { block: "tableHeader" },
  td: { block: "tableCell" },
  hardbreak: { node: "hardBreak" },
  softbreak: { node: "hardBreak" },
  image: {
    node: "image",
    getAttrs: (token) => ({ src: token.attrGet("src"), alt: token.attrGet("alt") || null }),
  },
  link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href") }) },
  strong: { mark: "bold" },
  em: { mark: "italic" },
  s: { mark: "strike" },
  code_inline: { mark: "code", noCloseToken: true },
});

/**
 * Reads the Markdown a member typed. Raw HTML stays text, a line break stays a line break, headings
 * become bold paragraphs, links and images that may not be stored stay text.
 * @throws InvalidDocumentError when the text is larger than a document may be
 */
export function markdownToDocument(source: string): DocumentJson {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw new InvalidDocumentError("text_too_long", "The text is too long");
  }
  const document = tidyDocument(parser.parse(cleanText(source)));
  checkSize(document);
  return toDocumentJson(document);
}
