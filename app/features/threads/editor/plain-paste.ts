import { markdownToDocument } from "../rich-text/markdown-to-document.ts";
import { InvalidDocumentError } from "../rich-text/check-document.ts";
import type { DocumentJson } from "../rich-text/schema.ts";

const MARKDOWN =
  /^(?:#{1,6} \S|[-*+] \S|\d{1,9}[.)] \S|> ?\S|```|\|.+\|\s*$)|\*\*[^*\n]+\*\*|__[^_\n]+__|`[^`\n]+`|~~[^~\n]+~~|!?\[[^\]\n]*\]\([^)\s]+\)/m;

/** The document of pasted text that was written as Markdown; null for any other text. */
export function readPastedMarkdown(text: string): DocumentJson | null {
  if (!MARKDOWN.test(text)) return null;
  try {
    return markdownToDocument(text);
  } catch (error) {
    if (error instanceof InvalidDocumentError) return null;
    throw error;
  }
}
