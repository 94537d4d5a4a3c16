import { z } from "zod";
import { draftKeyOf } from "./draft-key.ts";

/** Limits of a draft: wider than a post's, so that what is too long to send is still kept. */
export const DRAFT_LENGTH = { title: 300, body: 50_000, document: 400_000, line: 300 } as const;

const cut = (max: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.slice(0, max));

/** What one writes in any of the forms; too much is cut, never refused. */
const written = {
  title: cut(DRAFT_LENGTH.title),
  body: cut(DRAFT_LENGTH.body),
  /** The editor's document as JSON; only kept beside the Markdown. */
  document: z.string().default(""),
  spaceSlug: cut(60),
  tags: cut(DRAFT_LENGTH.line),
  kind: cut(20),
  tried: cut(DRAFT_LENGTH.body),
};

/** A guest's question. */
export const keptQuestionForm = z.object(written);

/** What the page saves while one types, and the "Save draft" button sends. */
export const draftForm = z.object({
  ...written,
  draftKey: z.string().refine((text) => draftKeyOf(text) !== null),
  draftSequence: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  baseRevision: z.coerce.number().int().positive().max(2_000_000_000).optional(),
  idempotencyKey: z.string().max(100).optional(),
});

export type WrittenDraft = Omit<z.infer<typeof keptQuestionForm>, "tried"> & {
  tried?: string | undefined;
  /** What stands in the fields of its space, as `detailsOf` gives it. */
  details?: Record<string, string> | undefined;
};

/** A document's JSON as it may be stored: `null` when it is none or too large. */
export function storableDocument(text: string): string | null {
  if (text === "" || text.length > DRAFT_LENGTH.document) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return null;
    const json = JSON.stringify(parsed);
    // PostgreSQL keeps neither NUL nor half a surrogate pair.
    return /\\u(0000|d[89a-f])/i.test(json) ? null : json;
  } catch {
    return null;
  }
}
