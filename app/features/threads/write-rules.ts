import { InvalidError } from "#app/lib/errors.ts";
import { InvalidDocumentError } from "./rich-text/check-document.ts";
import { renderMarkdown, type StoredText } from "./rich-text/render-text.ts";
import { BODY_LENGTH, TITLE_LENGTH } from "./schemas.ts";

/** Limits that the forms don't state; lengths are UTF-16 code units. */
export const WRITE_LIMITS = { tag: 60, reason: 300, stateReason: 500 } as const;

/** A title on one line. Throws InvalidError on field `title`. */
export function readTitle(given: string): string {
  const title = given.replace(/\s+/g, " ").trim();
  const { min, max } = TITLE_LENGTH;
  if (title === "") throw new InvalidError({ title: { key: "error.required" } });
  if (title.length < min)
    throw new InvalidError({ title: { key: "error.tooShort", params: { min } } });
  if (title.length > max)
    throw new InvalidError({ title: { key: "error.tooLong", params: { max } } });
  return title;
}

/** Markdown → the stored forms of a post. Throws InvalidError on field `body`. */
export function readBody(given: string): StoredText {
  const { max } = BODY_LENGTH;
  const source = given.replaceAll("\r\n", "\n").trim();
  if (source === "") throw new InvalidError({ body: { key: "error.required" } });
  if (source.length > max)
    throw new InvalidError({ body: { key: "error.tooLong", params: { max } } });
  try {
    const stored = renderMarkdown(source);
    if (stored.text.trim() === "" && !stored.html.includes("<img")) {
      throw new InvalidError({ body: { key: "error.required" } });
    }
    return stored;
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    throw new InvalidError({ body: { key: "error.tooComplex" } });
  }
}

/** A reason on one line, which may have to be there. Throws InvalidError on field `reason`. */
export function readReason(
  given: string | undefined,
  { max, required = false }: { max: number; required?: boolean },
): string {
  const reason = (given ?? "").replace(/\s+/g, " ").trim();
  if (required && reason === "") throw new InvalidError({ reason: { key: "error.required" } });
  if (reason.length > max)
    throw new InvalidError({ reason: { key: "error.tooLong", params: { max } } });
  return reason;
}
