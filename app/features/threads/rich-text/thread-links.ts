import type { DocumentJson, NodeJson } from "./schema.ts";

/** More links than this in one text stay as they were typed: each costs a look-up. */
const MAX_LINKS = 50;
const THREAD = /^\/t\/([1-9]\d{0,14})(?:\/[^/?#]*)?\/?(?=[?#]|$)/;

/** An address of a thread of the community: its id, and where it leads within the site. */
export interface ThreadAddress {
  id: number;
  path: string;
}

/** Reads an address of a thread, with or without the community's own origin; null for any other. */
export function readThreadAddress(address: string, baseUrl: string): ThreadAddress | null {
  const path = address.startsWith(`${baseUrl}/`) ? address.slice(baseUrl.length) : address;
  const id = THREAD.exec(path)?.[1];
  return id === undefined ? null : { id: Number(id), path };
}

/** The thread that a linked text names by nothing but its address; null for any other node. */
export function bareLink(node: NodeJson, baseUrl: string): ThreadAddress | null {
  if (node.type !== "text" || !node.text) return null;
  const link = node.marks?.find(({ type }) => type === "link");
  if (!link || node.marks?.some(({ type }) => type === "code")) return null;
  const target = readThreadAddress(String(link.attrs?.["href"]), baseUrl);
  const shown = readThreadAddress(node.text, baseUrl);
  return target && shown?.path === target.path ? target : null;
}

function collect(node: NodeJson, baseUrl: string, ids: Set<number>): void {
  const link = bareLink(node, baseUrl);
  if (link) ids.add(link.id);
  for (const child of node.content ?? []) collect(child, baseUrl, ids);
}

/** Ids of the threads whose bare address is a link in a document. */
export function collectThreadLinks(document: DocumentJson, baseUrl: string): number[] {
  const ids = new Set<number>();
  collect(document, baseUrl, ids);
  return [...ids].slice(0, MAX_LINKS);
}

type Titles = { baseUrl: string; titles: ReadonlyMap<number, string> };

function settle(node: NodeJson, known: Titles): NodeJson {
  const link = bareLink(node, known.baseUrl);
  const title = link ? known.titles.get(link.id) : undefined;
  if (link && title) {
    const marks = node.marks?.map((mark) =>
      mark.type === "link" ? { type: "link", attrs: { href: link.path } } : mark,
    );
    return { ...node, text: title, ...(marks ? { marks } : {}) };
  }
  if (!node.content) return node;
  return { ...node, content: node.content.map((child) => settle(child, known)) };
}

/** A document whose links to the threads in `titles` (by id) are named by the title, not the address. */
export function settleThreadLinks(document: DocumentJson, known: Titles): DocumentJson {
  return { ...settle(document, known), type: "doc" };
}
