import { documentToText } from "../rich-text/document-to-text.ts";
import { markdownToDocument } from "../rich-text/markdown-to-document.ts";
import type { DocumentJson } from "../rich-text/schema.ts";

/** Stands where the caret was while Markdown is read; of the private use area, so nobody types it. */
export const CARET = "\uE000";

/** What the text box held when the editor took its place; caret in UTF-16 code units. */
export interface Start {
  markdown: string;
  /** Null when the text box had no focus. */
  caret: number | null;
  /** The whole text was selected, so that what is typed next takes its place. */
  selected?: boolean;
}

function letters(document: DocumentJson): string {
  return documentToText(document).replace(/\s+/g, "").replace(CARET, "");
}

/**
 * The document of a text box, with `CARET` where the caret was; without it where it stood inside
 * markup. Throws InvalidDocumentError for a text that is larger than a document may be.
 */
export function startContent({ markdown, caret }: Start): DocumentJson {
  const source = markdown.replaceAll(CARET, "");
  const plain = markdownToDocument(source);
  if (caret === null) return plain;
  const marked = markdownToDocument(source.slice(0, caret) + CARET + source.slice(caret));
  return letters(marked) === letters(plain) ? marked : plain;
}
