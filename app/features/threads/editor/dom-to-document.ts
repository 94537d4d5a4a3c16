import { toDocumentJson } from "../rich-text/check-document.ts";
import { cleanText } from "../rich-text/clean-text.ts";
import { HtmlReader } from "../rich-text/html-reader.ts";
import type { DocumentJson } from "../rich-text/schema.ts";

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
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
