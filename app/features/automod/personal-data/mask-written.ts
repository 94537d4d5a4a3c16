import type { CheckSettings } from "../checks/settings.ts";
import { carriesPersonalData } from "./carries-personal-data.ts";
import { findPersonalData } from "./find-personal-data.ts";
import { PERSONAL_KINDS, type PersonalKind, type PersonalOptions } from "./kinds.ts";
import { maskDocument, type MaskableNode } from "./mask-document.ts";
import { maskPersonalData, type MaskWords } from "./mask-personal-data.ts";

/** A text with its document; `text` is the plain text of the document. */
export type WrittenText<N extends MaskableNode> = {
  /** `null` where there is none. */
  title: string | null;
  document: N;
  text: string;
};

/** `found`: the kinds that were masked; `link` where only the target of a link carried them. */
export type MaskedWritten<N extends MaskableNode> = {
  title: string | null;
  document: N;
  found: (PersonalKind | "link")[];
};

/** What a title may be long. */
const TITLE_LENGTH = 150;

function hasSuchLink(node: MaskableNode, options: PersonalOptions): boolean {
  const own = node.marks?.some(
    ({ type, attrs }) => type === "link" && carriesPersonalData(attrs?.["href"], options),
  );
  return own === true || (node.content ?? []).some((child) => hasSuchLink(child, options));
}

/**
 * Title and document with the personal data of the given kinds masked, and links unlinked that lead to
 * any; `null` where there is none. The document has to be checked and rendered anew.
 */
export function maskWritten<N extends MaskableNode>(
  { title, document, text }: WrittenText<N>,
  {
    kinds = PERSONAL_KINDS,
    options,
    words,
  }: { kinds?: readonly PersonalKind[]; options: PersonalOptions; words: MaskWords },
): MaskedWritten<N> | null {
  const find = (part: string) =>
    findPersonalData(part, options).filter(({ kind }) => kinds.includes(kind));
  const inTitle = title === null ? [] : find(title);
  const spans = find(text);
  const links = hasSuchLink(document, options);
  if (inTitle.length === 0 && spans.length === 0 && !links) return null;
  const found = new Set([...inTitle, ...spans].map(({ kind }) => kind));
  return {
    title:
      title === null ? null : maskPersonalData(title, inTitle, words).slice(0, TITLE_LENGTH).trim(),
    document:
      spans.length === 0 && !links
        ? document
        : maskDocument(document, { text, spans, words, options }),
    found: found.size > 0 ? PERSONAL_KINDS.filter((kind) => found.has(kind)) : ["link"],
  };
}

/**
 * What is stored of a text where the community's rule masks personal data as it is posted; `null`
 * where it is stored as it was written. What was written is then kept by `keepOriginal`.
 */
export function maskBeforeStoring<N extends MaskableNode>(
  written: WrittenText<N>,
  { personalData }: Pick<CheckSettings, "personalData">,
  words: MaskWords,
): MaskedWritten<N> | null {
  const { masks, kinds, countries, allowed } = personalData;
  return masks ? maskWritten(written, { kinds, options: { countries, allowed }, words }) : null;
}
