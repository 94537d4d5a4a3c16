import { InvalidError } from "#app/lib/errors.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import { readDocument, type Written } from "../write-rules.ts";

/** What was tried, in UTF-16 code units of Markdown. */
export const TRIED_LENGTH = 5_000;

function readTried(tried: string): DocumentJson {
  const max = TRIED_LENGTH;
  if (tried.length > max)
    throw new InvalidError({ tried: { key: "error.tooLong", params: { max } } });
  try {
    return readDocument({ body: tried });
  } catch (error) {
    if (!(error instanceof InvalidError) || !error.fields.body) throw error;
    throw new InvalidError({ tried: error.fields.body });
  }
}

/**
 * What happens and what was tried as one text: the second follows the first under a line that says
 * what it is. Without the second it is the first as it was sent. Throws InvalidError (body, tried).
 */
export function combineWritten(given: Written, tried: string, lead: string): Written {
  if (tried.trim() === "") return given;
  const happens = readDocument(given);
  const after = readTried(tried);
  const line = {
    type: "paragraph",
    content: [{ type: "text", text: lead, marks: [{ type: "bold" }] }],
  };
  const content = [...(happens.content ?? []), line, ...(after.content ?? [])];
  return { document: JSON.stringify({ type: "doc", content }) };
}
