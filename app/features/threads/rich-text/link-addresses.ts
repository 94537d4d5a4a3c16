import { markdown } from "./markdown-syntax.ts";
import { safeHref } from "./safe-address.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

/** As for Markdown: looking for addresses in a longer run without white space takes too long. */
const MAX_RUN = /\S{601}/;

function linked(node: NodeJson): NodeJson[] {
  const text = node.text ?? "";
  const marks = node.marks ?? [];
  const isFixed = marks.some(({ type }) => type === "link" || type === "code");
  if (isFixed || !text.includes("://") || MAX_RUN.test(text)) return [node];
  const parts: NodeJson[] = [];
  let from = 0;
  for (const { index, lastIndex, url } of markdown.linkify.match(text) ?? []) {
    const href = safeHref(url);
    if (href === null) continue;
    if (index > from) parts.push({ ...node, text: text.slice(from, index) });
    const link = { type: "link", attrs: { href } };
    parts.push({ ...node, text: text.slice(index, lastIndex), marks: [link, ...marks] });
    from = lastIndex;
  }
  if (from < text.length) parts.push({ ...node, text: text.slice(from) });
  return parts;
}

function walk(node: NodeJson): NodeJson[] {
  if (node.type === "text") return linked(node);
  if (!node.content || node.type === "codeBlock") return [node];
  return [{ ...node, content: node.content.flatMap(walk) }];
}

/** Makes links of the whole addresses in a document's text, as Markdown does when it is read. */
export function linkAddresses(document: DocumentJson): DocumentJson {
  return { ...walk(document)[0]!, type: "doc" };
}
