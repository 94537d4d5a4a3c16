import type { DocumentJson, NodeJson } from "./schema.ts";

/** What of a text leads elsewhere or is shown: addresses of links (http and https), and of pictures. */
export type ForeignParts = { links: Set<string>; images: Set<string> };

function collect(node: NodeJson, parts: ForeignParts): void {
  for (const mark of node.marks ?? []) {
    const href: unknown = mark.type === "link" ? mark.attrs?.["href"] : null;
    if (typeof href === "string" && /^(?:https?:)?\/\//i.test(href)) parts.links.add(href);
  }
  const source: unknown = node.type === "image" ? node.attrs?.["src"] : null;
  if (typeof source === "string") parts.images.add(source);
  for (const child of node.content ?? []) collect(child, parts);
}

/** Addresses of a document's links to whole addresses, and of its pictures. */
export function foreignParts(document: DocumentJson): ForeignParts {
  const parts: ForeignParts = { links: new Set(), images: new Set() };
  collect(document, parts);
  return parts;
}
