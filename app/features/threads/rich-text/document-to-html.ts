import { escapeAttribute, escapeText } from "./escape-html.ts";
import { highlightCode } from "./highlight-code.ts";
import { pictureHtml } from "./picture-html.ts";
import { safeHref, safeImageSource } from "./safe-address.ts";
import { isMentionLabel, safeLanguage } from "./schema.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

const REL = "nofollow ugc noopener";
const MARK_TAGS: Record<string, string> = {
  bold: "strong",
  italic: "em",
  strike: "s",
  code: "code",
};

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fileName(address: string): string {
  const path = address.replace(/[?#].*$/, "").replace(/^https?:\/\/[^/]*\/?/, "");
  return path.split("/").at(-1) || address;
}

function isSamesite(address: string): boolean {
  return address.startsWith("/");
}

function openLink(href: string, className?: string): string {
  const attributes = className ? ` class="${className}"` : "";
  const rel = isSamesite(href) ? "" : ` rel="${REL}"`;
  return `<a${attributes} href="${escapeAttribute(href)}"${rel}>`;
}

function image(node: NodeJson, isInLink: boolean): string {
  const src = safeImageSource(text(node.attrs?.["src"]));
  const alt = text(node.attrs?.["alt"]);
  if (src === null) return escapeText(alt);
  if (isSamesite(src)) return pictureHtml(src, alt, isInLink);
  // Loading it would tell a foreign host who reads here.
  return `${openLink(src, "pl-image-link")}${escapeText(alt || fileName(src))}</a>`;
}

function mention(node: NodeJson): string {
  const label = node.attrs?.["label"];
  if (!isMentionLabel(label)) return "";
  return `${openLink(`/m/${encodeURIComponent(label)}`, "pl-mention")}@${label}</a>`;
}

function openMark(mark: MarkJson): string {
  if (mark.type !== "link") return `<${MARK_TAGS[mark.type]!}>`;
  return openLink(safeHref(text(mark.attrs?.["href"]))!);
}

function isSameMark(a: MarkJson | undefined, b: MarkJson | undefined): boolean {
  return a?.type === b?.type && a?.attrs?.["href"] === b?.attrs?.["href"];
}

function isAllowedMark(mark: MarkJson): boolean {
  if (mark.type === "link") return safeHref(text(mark.attrs?.["href"])) !== null;
  return Object.hasOwn(MARK_TAGS, mark.type);
}

/** Mentions and foreign images are links already, and a link may not stand in a link. */
function marksOf(node: NodeJson): MarkJson[] {
  const isLinkItself =
    node.type === "mention" || (node.type === "image" && !isSamesite(text(node.attrs?.["src"])));
  return (node.marks ?? []).filter(
    (mark) => isAllowedMark(mark) && !(isLinkItself && mark.type === "link"),
  );
}

function inline(node: NodeJson, isInLink: boolean): string {
  if (node.type === "text") return escapeText(text(node.text));
  if (node.type === "hardBreak") return "<br />";
  if (node.type === "mention") return mention(node);
  return node.type === "image" ? image(node, isInLink) : "";
}

function inlines(nodes: readonly NodeJson[] = []): string {
  let html = "";
  const open: MarkJson[] = [];
  const close = (keep: number): void => {
    while (open.length > keep) {
      const { type } = open.pop()!;
      html += `</${type === "link" ? "a" : MARK_TAGS[type]!}>`;
    }
  };
  for (const node of nodes) {
    const marks = marksOf(node);
    let keep = 0;
    while (keep < open.length && isSameMark(open[keep], marks[keep])) keep++;
    close(keep);
    for (const mark of marks.slice(keep)) {
      html += openMark(mark);
      open.push(mark);
    }
    html += inline(
      node,
      open.some(({ type }) => type === "link"),
    );
  }
  close(0);
  return html;
}

/** A list of short lines reads better without a paragraph's space around each. */
function isPlainItem(item: NodeJson): boolean {
  const [first, ...rest] = item.content ?? [];
  return first?.type === "paragraph" && rest.every((child) => child.type.endsWith("List"));
}

function list(node: NodeJson): string {
  const items = node.content ?? [];
  const isPlain = items.every(isPlainItem);
  const start = Number(node.attrs?.["start"] ?? 1);
  const tag = node.type === "orderedList" ? "ol" : "ul";
  const attributes =
    tag === "ol" && Number.isInteger(start) && start !== 1 ? ` start="${start}"` : "";
  const body = items.map((item) => {
    const [first, ...rest] = item.content ?? [];
    return isPlain
      ? `<li>${inlines(first?.content)}${blocks(rest)}</li>`
      : `<li>${blocks(item.content)}</li>`;
  });
  return `<${tag}${attributes}>${body.join("")}</${tag}>`;
}

function spanAttribute(name: string, value: unknown): string {
  return Number.isInteger(value) && Number(value) > 1 ? ` ${name}="${Number(value)}"` : "";
}

function tableRow(row: NodeJson, rowIndex: number): string {
  const cells = (row.content ?? []).map((cell) => {
    const spans =
      spanAttribute("colspan", cell.attrs?.["colspan"]) +
      spanAttribute("rowspan", cell.attrs?.["rowspan"]);
    const body = inlines(cell.content?.[0]?.content);
    if (cell.type !== "tableHeader") return `<td${spans}>${body}</td>`;
    return `<th scope="${rowIndex === 0 ? "col" : "row"}"${spans}>${body}</th>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

function table(node: NodeJson): string {
  const rows = node.content ?? [];
  const hasHead = rows[0]?.content?.every((cell) => cell.type === "tableHeader") === true;
  const lines = rows.map(tableRow);
  const head = hasHead ? `<thead>${lines.shift() ?? ""}</thead>` : "";
  const body = lines.length > 0 ? `<tbody>${lines.join("")}</tbody>` : "";
  return `<div class="pl-table" tabindex="0"><table>${head}${body}</table></div>`;
}

function codeBlock(node: NodeJson): string {
  const language = safeLanguage(text(node.attrs?.["language"]));
  const className = language === null ? "" : ` class="language-${language}"`;
  const source = (node.content ?? []).map((child) => text(child.text)).join("");
  const code = highlightCode(source, language) ?? escapeText(source);
  // Browsers drop a line break right after <pre>, but not one inside <code>.
  return `<pre tabindex="0"><code${className}>${code}</code></pre>`;
}

function block(node: NodeJson): string {
  switch (node.type) {
    case "paragraph":
      return `<p>${inlines(node.content)}</p>`;
    case "bulletList":
    case "orderedList":
      return list(node);
    case "blockquote":
      return `<blockquote>${blocks(node.content)}</blockquote>`;
    case "codeBlock":
      return codeBlock(node);
    case "horizontalRule":
      return "<hr />";
    case "table":
      return table(node);
    default:
      return "";
  }
}

function blocks(nodes: readonly NodeJson[] = []): string {
  return nodes.map(block).join("");
}

/**
 * Writes a checked document as the HTML that pages send. An allow-list: only the tags and attributes
 * named here can come out, whatever the document holds. Images of other hosts become links, so that
 * reading a thread loads nothing from anywhere else.
 */
export function documentToHtml(document: DocumentJson): string {
  return blocks(document.content);
}
