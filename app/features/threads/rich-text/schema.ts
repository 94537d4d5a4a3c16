import { Schema } from "prosemirror-model";
import type { AttributeSpec, NodeSpec } from "prosemirror-model";
import { safeHref, safeImageSource } from "./safe-address.ts";

/** Stored beside each document; raised when a stored document would need a migration to be read. */
export const DOCUMENT_VERSION = 1;

export interface MarkJson {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: MarkJson[];
  text?: string;
}

/** A document as Tiptap writes it; only `checkDocument` and the parsers of this folder make one. */
export interface DocumentJson extends NodeJson {
  type: "doc";
}

const LANGUAGE = /^[a-z0-9+#-]{1,20}$/;
const MAX_LIST_START = 999_999_999;
const HANDLE = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]{0,39}$/u;

/** True for a handle that a mention can carry. */
export function isMentionLabel(value: unknown): value is string {
  return typeof value === "string" && HANDLE.test(value);
}

/** The language of a code block as stored ("C++" gives "c++"), or null when it is not a plain name. */
export function safeLanguage(raw: string): string | null {
  const language = raw.trim().toLowerCase();
  return LANGUAGE.test(language) ? language : null;
}

function checked(initial: unknown, isValid: (value: unknown) => boolean): AttributeSpec {
  const validate = (value: unknown): void => {
    if (!isValid(value)) throw new RangeError("Invalid attribute value");
  };
  return initial === undefined ? { validate } : { default: initial, validate };
}

function isIntegerIn(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

const cell: NodeSpec = {
  // One paragraph, not blocks: a Markdown table can hold no more, and stored text is edited as Markdown.
  content: "paragraph",
  attrs: {
    colspan: checked(1, (value) => isIntegerIn(value, 1, 100)),
    rowspan: checked(1, (value) => isIntegerIn(value, 1, 100)),
  },
};

/**
 * The schema of stored text. Names are Tiptap's. It differs from Tiptap's defaults in three places:
 * images are inline, a table cell holds one paragraph, and code may carry other marks (linked code).
 */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block" },
    text: { group: "inline" },
    bulletList: { content: "listItem+", group: "block" },
    orderedList: {
      content: "listItem+",
      group: "block",
      attrs: { start: checked(1, (value) => isIntegerIn(value, 0, MAX_LIST_START)) },
    },
    listItem: { content: "paragraph block*" },
    blockquote: { content: "block+", group: "block" },
    codeBlock: {
      content: "text*",
      marks: "",
      group: "block",
      code: true,
      attrs: {
        language: checked(
          null,
          (value) => value === null || (typeof value === "string" && LANGUAGE.test(value)),
        ),
      },
    },
    horizontalRule: { group: "block" },
    hardBreak: { group: "inline", inline: true },
    image: {
      group: "inline",
      inline: true,
      attrs: {
        src: checked(
          undefined,
          (value) => typeof value === "string" && safeImageSource(value) === value,
        ),
        alt: checked(null, (value) => value === null || typeof value === "string"),
      },
    },
    mention: {
      group: "inline",
      inline: true,
      attrs: {
        id: checked(undefined, (value) => isIntegerIn(value, 1, Number.MAX_SAFE_INTEGER)),
        /** The handle as it was when the text was written. */
        label: checked(undefined, isMentionLabel),
      },
    },
    table: { content: "tableRow+", group: "block" },
    tableRow: { content: "(tableCell | tableHeader)+" },
    tableHeader: cell,
    tableCell: cell,
  },
  marks: {
    link: {
      inclusive: false,
      attrs: {
        href: checked(undefined, (value) => typeof value === "string" && safeHref(value) === value),
      },
    },
    bold: {},
    italic: {},
    strike: {},
    code: { code: true },
  },
});
