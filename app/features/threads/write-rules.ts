import { InvalidError } from "#app/lib/errors.ts";
import { checkDocument, InvalidDocumentError } from "./rich-text/check-document.ts";
import { linkAddresses } from "./rich-text/link-addresses.ts";
import { markdownToDocument } from "./rich-text/markdown-to-document.ts";
import { renderDocument, type StoredText } from "./rich-text/render-text.ts";
import type { DocumentJson } from "./rich-text/schema.ts";
import { tidyJson } from "./rich-text/tidy-json.ts";
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

/** The text of a post as its form sends it: Markdown, or the editor's document as JSON. */
export type Written = {
  /** Markdown. */
  body?: string | undefined;
  /** Goes before `body` when there. */
  document?: string | undefined;
};

/** The editor's document as sent, in UTF-16 code units; longer ones are refused unread. */
const MAX_DOCUMENT_LENGTH = 300 * 1024;

function refuseBody(key: string): never {
  const { max } = BODY_LENGTH;
  throw new InvalidError({ body: key === "error.tooLong" ? { key, params: { max } } : { key } });
}

function readMarkdown(given: string): DocumentJson {
  const source = given.replaceAll("\r\n", "\n").trim();
  if (source === "") refuseBody("error.required");
  if (source.length > BODY_LENGTH.max) refuseBody("error.tooLong");
  return markdownToDocument(source);
}

function readJson(given: string): DocumentJson {
  if (given.length > MAX_DOCUMENT_LENGTH) refuseBody("error.tooComplex");
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch {
    refuseBody("error.tooComplex");
  }
  // The same form that Markdown gives: a post reads the same whichever way it was written.
  return linkAddresses(tidyJson(checkDocument(json)));
}

/** What was written → a checked document. Throws InvalidError on field `body`. */
export function readDocument({ body = "", document = "" }: Written): DocumentJson {
  try {
    return document === "" ? readMarkdown(body) : readJson(document);
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    return refuseBody(error.code === "text_too_long" ? "error.tooLong" : "error.tooComplex");
  }
}

/** The stored forms of a document that says something. Throws InvalidError on field `body`. */
export function storedText(document: DocumentJson): StoredText {
  const stored = renderDocument(document);
  if (stored.text.length > BODY_LENGTH.max) refuseBody("error.tooLong");
  if (stored.text.trim() === "" && !/<img|pl-image-link/.test(stored.html)) {
    refuseBody("error.required");
  }
  return stored;
}

/** Plain words of a few lines, or none. Throws InvalidError on field `note`. */
export function readNote(given: string): string {
  const note = given.replaceAll("\r\n", "\n").trim();
  const max = WRITE_LIMITS.stateReason;
  if (note.length > max)
    throw new InvalidError({ note: { key: "error.tooLong", params: { max } } });
  return note;
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
