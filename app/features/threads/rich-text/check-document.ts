import { Node as DocumentNode } from "prosemirror-model";
import type { MarkType, NodeType } from "prosemirror-model";
import { readAlt } from "./alt-text.ts";
import { cleanText } from "./clean-text.ts";
import { safeHref, safeImageSource } from "./safe-address.ts";
import { schema } from "./schema.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

/** What one stored text may hold; lengths are UTF-16 code units. */
export const DOCUMENT_LIMITS = {
  depth: 50,
  nodes: 20_000,
  textLength: 50_000,
  addressLength: 250_000,
} as const;

export type InvalidDocumentCode = "too_deep" | "too_many_nodes" | "text_too_long" | "not_allowed";

/** A text that cannot be stored: too large (the code names the limit) or not of our schema. */
export class InvalidDocumentError extends Error {
  readonly code: InvalidDocumentCode;

  constructor(code: InvalidDocumentCode, message: string) {
    super(message);
    this.name = "InvalidDocumentError";
    this.code = code;
  }
}

interface Used {
  nodes: number;
  text: number;
  addresses: number;
}

function refuse(what: string): never {
  throw new InvalidDocumentError("not_allowed", `The document holds ${what}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readObject(value: unknown, allowedKeys: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) refuse("a part that is not an object");
  for (const key of Object.keys(value)) {
    if (!allowedKeys.includes(key)) refuse("an unknown field");
  }
  return value;
}

function useLength(length: number, used: Used): void {
  used.text += length;
  if (used.text > DOCUMENT_LIMITS.textLength) {
    throw new InvalidDocumentError(
      "text_too_long",
      `The text is longer than ${DOCUMENT_LIMITS.textLength} characters`,
    );
  }
}

function useText(text: string, used: Used): string {
  useLength(text.length, used);
  return cleanText(text);
}

function checkDepth(depth: number): void {
  if (depth > DOCUMENT_LIMITS.depth) {
    throw new InvalidDocumentError("too_deep", "The text is nested too deeply");
  }
}

/** @throws InvalidDocumentError when a document of so many nodes may not be stored */
export function checkNodeCount(count: number): void {
  if (count <= DOCUMENT_LIMITS.nodes) return;
  throw new InvalidDocumentError(
    "too_many_nodes",
    `The text has more than ${DOCUMENT_LIMITS.nodes} parts`,
  );
}

function readAddress(name: string, value: string, used: Used): string {
  used.addresses += value.length;
  if (used.addresses > DOCUMENT_LIMITS.addressLength) {
    throw new InvalidDocumentError("text_too_long", "The addresses in the text are too long");
  }
  const address = name === "href" ? safeHref(value) : safeImageSource(value);
  return address ?? refuse("an address that is not allowed");
}

/** Copies known attributes. Unknown ones are refused, but editors write null for those they do not use. */
function readAttributes(type: NodeType | MarkType, value: unknown, used: Used): NodeJson["attrs"] {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) refuse("attributes that are not an object");
  const known = type.spec.attrs ?? {};
  const attrs: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const given = value[name];
    if (!Object.hasOwn(known, name)) {
      if (given === null) continue;
      refuse("an unknown attribute");
    }
    if (typeof given !== "string") attrs[name] = given;
    else if (name === "href" || name === "src") attrs[name] = readAddress(name, given, used);
    else if (name === "alt") attrs[name] = readAlt(useText(given, used));
    else attrs[name] = useText(given, used);
  }
  return attrs;
}

function readMark(value: unknown, used: Used): MarkJson {
  const { type, attrs } = readObject(value, ["type", "attrs"]);
  if (typeof type !== "string" || !Object.hasOwn(schema.marks, type)) refuse("an unknown mark");
  return { type, attrs: readAttributes(schema.marks[type]!, attrs, used) };
}

const MARK_ORDER = Object.keys(schema.marks);

function readMarks(value: unknown, used: Used): MarkJson[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > MARK_ORDER.length) refuse("wrong marks");
  return value
    .map((mark) => readMark(mark, used))
    .sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type));
}

function readNode(value: unknown, depth: number, used: Used): NodeJson | null {
  checkDepth(depth);
  const given = readObject(value, ["type", "attrs", "content", "marks", "text"]);
  const name = given["type"];
  if (typeof name !== "string" || !Object.hasOwn(schema.nodes, name)) refuse("an unknown node");
  const node: NodeJson = { type: name };
  if (name === "text") {
    if (typeof given["text"] !== "string") refuse("a text that is not a string");
    node.text = useText(given["text"], used);
    if (node.text === "") return null;
  } else if (given["text"] !== undefined) refuse("a text in the wrong place");
  const attrs = readAttributes(schema.nodes[name]!, given["attrs"], used);
  if (attrs) node.attrs = attrs;
  const marks = readMarks(given["marks"], used);
  if (marks?.length) node.marks = marks;
  const children = readChildren(given["content"], depth, used);
  if (children) node.content = children;
  return node;
}

function readChildren(value: unknown, depth: number, used: Used): NodeJson[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) refuse("content that is not a list");
  used.nodes += value.length;
  checkNodeCount(used.nodes);
  return value
    .map((child) => readNode(child, depth + 1, used))
    .filter((child): child is NodeJson => child !== null);
}

/**
 * Reads an untrusted editor document and gives a clean copy of it: known nodes, marks and attributes
 * only, addresses in their stored form, no NUL and no lone surrogate. The limits are applied while
 * walking, before ProseMirror's own recursive check sees the document.
 * @throws InvalidDocumentError
 */
export function checkDocument(json: unknown): DocumentJson {
  const copy = readNode(json, 0, { nodes: 1, text: 0, addresses: 0 });
  if (copy?.type !== "doc") refuse("no document at its top");
  try {
    const node = DocumentNode.fromJSON(schema, copy);
    node.check();
    return toDocumentJson(node);
  } catch (error) {
    if (error instanceof RangeError) refuse("a part in the wrong place");
    throw error;
  }
}

function measure(node: DocumentNode, depth: number, used: Used): void {
  checkDepth(depth);
  checkNodeCount(++used.nodes);
  if (node.isText) useLength(node.text!.length, used);
  for (const child of node.children) measure(child, depth + 1, used);
}

/**
 * For documents that a parser of ours made: their parts are right by construction, their size is
 * what somebody typed.
 * @throws InvalidDocumentError
 */
export function checkSize(node: DocumentNode): void {
  measure(node, 0, { nodes: 0, text: 0, addresses: 0 });
}

/** A ProseMirror document of our schema as plain JSON. */
export function toDocumentJson(node: DocumentNode): DocumentJson {
  return { ...(node.toJSON() as NodeJson), type: "doc" };
}
