import { Parser } from "htmlparser2";
import { toDocumentJson } from "./check-document.ts";
import { cleanText } from "./clean-text.ts";
import { HtmlReader } from "./html-reader.ts";
import type { HtmlOptions } from "./html-reader.ts";
import type { DocumentJson } from "./schema.ts";

export interface HtmlResult {
  document: DocumentJson;
  /** True when something was left out because the HTML was too large or nested too deeply. */
  truncated: boolean;
}

const MAX_HTML_LENGTH = 1_000_000;
const CHUNK_LENGTH = 16_384;
/**
 * Reads foreign HTML (imported posts, pasted or mailed text) by an allow-list: known elements become
 * nodes and marks, unknown ones give their text, active ones nothing. Never throws; the document
 * always passes `checkDocument`.
 */
export function htmlToDocument(html: string, options: HtmlOptions = {}): HtmlResult {
  const reader = new HtmlReader(options);
  const source = cleanText(html.slice(0, MAX_HTML_LENGTH));
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => reader.onOpen(tag, attributes),
      ontext: (text) => reader.onText(text),
      onclosetag: () => reader.onClose(),
    },
    { decodeEntities: true },
  );
  let position = 0;
  while (position < source.length && !reader.isDone) {
    parser.write(source.slice(position, position + CHUNK_LENGTH));
    position += CHUNK_LENGTH;
  }
  parser.end();
  const { builder } = reader;
  const document = toDocumentJson(builder.finish());
  const isCut = position < source.length || html.length > MAX_HTML_LENGTH;
  return { document, truncated: builder.isTruncated || isCut };
}
