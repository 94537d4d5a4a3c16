import { toDocumentJson } from "../rich-text/check-document.ts";
import { cleanText } from "../rich-text/clean-text.ts";
import { HtmlReader } from "../rich-text/html-reader.ts";
import type { DocumentJson } from "../rich-text/schema.ts";

/** A browser copies whole addresses; those of the community's own uploads are kept within the site. */
function withinSite(address: string): string {
  const origin = globalThis.location?.origin;
  const isOwn = origin !== undefined && address.startsWith(`${origin}/files/`);
  return isOwn ? address.slice(origin.length) : address;
}

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [
      name,
      name === "href" || name === "src" ? withinSite(value) : value,
    ]),
  );
}

function walk(node: Node, reader: HtmlReader): void {
  for (const child of node.childNodes) {
    if (reader.isDone) return;
    if (child.nodeType === 3) reader.onText(cleanText(child.nodeValue ?? ""));
    else if (child.nodeType === 1) {
      const element = child as Element;
      reader.onOpen(element.localName, attributesOf(element));
      walk(element, reader);
      reader.onClose();
    }
  }
}

/**
 * Reads elements a browser parsed (pasted from Word or a web page, or selected in a post) by the rules
 * of `htmlToDocument`: styles, classes, scripts and foreign markup leave nothing but their text.
 */
export function domToDocument(root: Node): DocumentJson {
  const reader = new HtmlReader({});
  walk(root, reader);
  return toDocumentJson(reader.builder.finish());
}
