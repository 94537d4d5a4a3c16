import { excerpt } from "./rich-text/document-to-text.ts";

/** How much of an answer a list shows. */
const LINE_LENGTH = 160;

/**
 * The one line of an accepted or official answer that lists show under a title, kept in
 * thread.line_who and thread.line_text: who said it and how it begins.
 */
export function threadLine(
  author: string | null,
  text: string,
): { line_who: string; line_text: string } {
  return { line_who: (author ?? "").slice(0, 80), line_text: excerpt(text, LINE_LENGTH) };
}
