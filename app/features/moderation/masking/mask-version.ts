import { maskWritten } from "#app/features/automod/personal-data/mask-written.ts";
import type { PersonalKind } from "#app/features/automod/personal-data/kinds.ts";
import { checkDocument } from "#app/features/threads/rich-text/check-document.ts";
import { documentToText } from "#app/features/threads/rich-text/document-to-text.ts";
import { renderDocument, type StoredText } from "#app/features/threads/rich-text/render-text.ts";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import type { Masks } from "./load-masks.server.ts";

/** A version of a post, its title `null` where it has none. */
export type Version = { title: string | null; document: unknown };

export type MaskedVersion = {
  title: string | null;
  stored: StoredText;
  found: (PersonalKind | "link")[];
};

/** A stored version with its personal data masked; `null` where it has none. */
export function maskVersion({ title, document }: Version, masks: Masks): MaskedVersion | null {
  const given = document as DocumentJson;
  const { kinds, options, words } = masks;
  const masked = maskWritten(
    { title, document: given, text: documentToText(given) },
    { options, words, ...(kinds ? { kinds } : {}) },
  );
  if (!masked) return null;
  const stored = renderDocument(checkDocument(masked.document));
  return { title: masked.title, stored, found: masked.found };
}
