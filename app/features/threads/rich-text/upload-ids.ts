import { readFileAddress } from "./file-address.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

function collect(node: NodeJson, ids: Set<string>): void {
  const addresses = [
    ...(node.marks ?? []).filter(({ type }) => type === "link").map(({ attrs }) => attrs?.["href"]),
    ...(node.type === "image" ? [node.attrs?.["src"]] : []),
  ];
  for (const address of addresses) {
    const file = typeof address === "string" ? readFileAddress(address) : null;
    if (file) ids.add(file.id);
  }
  for (const child of node.content ?? []) collect(child, ids);
}

/** Ids of the uploads a document shows as pictures or links to, each once and in reading order. */
export function uploadIdsOf(document: DocumentJson): string[] {
  const ids = new Set<string>();
  collect(document, ids);
  return [...ids];
}
