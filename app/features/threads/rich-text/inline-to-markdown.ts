import type { Mark, Node as DocumentNode } from "prosemirror-model";
import { markdown } from "./markdown-syntax.ts";

interface Piece {
  kind: "text" | "open" | "close" | "raw";
  value: string;
}

const ESCAPED = /\\|`|\*|_+|\[|\]|<(?=[a-z/!?])|~+|&(?=#?\w+;)|https?:(?=\/\/)|!$/gi;
const WORD_END = /[a-z0-9]$/i;
const WORD_START = /^[a-z0-9]/i;

/** Escapes all that Markdown would read as markup inside a line. */
export function escapeText(text: string): string {
  return text.replace(ESCAPED, (found: string, offset: number) => {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + found.length, offset + found.length + 2);
    const isInside = before.length === 2 && after.length === 2;
    // snake_case is safe as it is, away from the ends where a delimiter may follow.
    if (found[0] === "_" && isInside && WORD_END.test(before) && WORD_START.test(after))
      return found;
    if (found === "*" && isInside && before.endsWith(" ") && after.startsWith(" ")) return found;
    if (found === "~" && isInside) return found;
    if (found.endsWith(":")) return `${found.slice(0, -1)}\\:`;
    return Array.from(found, (char) => `\\${char}`).join("");
  });
}

/** Escapes what is markup only at the start of a line: headings, quotes, lists, rules, table rulers. */
function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=]+\s*$|[|:-][|:\s-]*$)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const isTrimmed = text.length > 2 && text.startsWith(" ") && text.endsWith(" ");
  const needsPad = isTrimmed || text.startsWith("`") || text.endsWith("`");
  return needsPad ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function destination(address: string): string {
  return address.replace(/[()]|&(?=#?\w+;)/g, "\\$&");
}

function image(node: DocumentNode): string {
  const alt = String(node.attrs["alt"] ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return `![${escapeText(alt)}](${destination(String(node.attrs["src"]))})`;
}

/** A link whose text is its own address is written as people type it, where that reads back the same. */
function plainAddress(
  nodes: readonly DocumentNode[],
  index: number,
  isLineStart: boolean,
): string | null {
  const node = nodes[index]!;
  const address = node.marks[0]?.attrs["href"] as unknown;
  const isWeb = typeof address === "string" && /^https?:/.test(address);
  if (!isWeb || node.text !== address || node.marks.length !== 1) return null;
  const next = nodes[index + 1];
  if (next && node.marks[0]!.isInSet(next.marks)) return null;
  const previous = nodes[index - 1];
  if (previous && node.marks[0]!.isInSet(previous.marks)) return null;
  const match = markdown.linkify.match(address)?.[0];
  const isWhole = match?.index === 0 && match.lastIndex === address.length;
  const endsLine = !next || next.type.name === "hardBreak" || /^\s/.test(next.text ?? "");
  const isBare = isWhole && isLineStart && endsLine && !/[*`~&]/.test(address);
  return isBare ? address : `<${address}>`;
}

/** How far to look for the end of a mark when marks that start together are put in order. */
const MAX_EXTENT = 100;

function extent(nodes: readonly DocumentNode[], index: number, mark: Mark): number {
  let end = index;
  const most = Math.min(nodes.length, index + MAX_EXTENT);
  while (end < most && mark.isInSet(nodes[end]!.marks)) end++;
  return end;
}

function toPieces(nodes: readonly DocumentNode[], lineBreak: string): Piece[] {
  const pieces: Piece[] = [];
  const hasBold = nodes.some((node) => node.marks.some((mark) => mark.type.name === "bold"));
  // "*" also works inside a word; beside "**" it could be read two ways.
  const delimiters: Record<string, string> = {
    bold: "**",
    italic: hasBold ? "_" : "*",
    strike: "~~",
  };
  const open: Mark[] = [];
  const close = (keep: number): void => {
    for (let mark = open[keep] && open.pop(); mark; mark = open[keep] && open.pop()) {
      const delimiter = delimiters[mark.type.name];
      if (delimiter) pieces.push({ kind: "close", value: delimiter });
      else pieces.push({ kind: "raw", value: `](${destination(String(mark.attrs["href"]))})` });
    }
  };
  nodes.forEach((node, index) => {
    const before = pieces.at(-1)?.value ?? "";
    const isLineStart = before === "" || /\s$/.test(before);
    const address = plainAddress(nodes, index, isLineStart && open.length === 0);
    const marks = address === null ? node.marks.filter((mark) => mark.type.name !== "code") : [];
    const keep = open.findIndex((mark) => !mark.isInSet(marks));
    close(keep === -1 ? open.length : keep);
    const opening = marks.filter((mark) => !open.includes(mark) && !mark.isInSet(open));
    const ends = new Map(opening.map((mark) => [mark, extent(nodes, index, mark)]));
    for (const mark of opening.sort((a, b) => ends.get(b)! - ends.get(a)!)) {
      open.push(mark);
      const delimiter = delimiters[mark.type.name];
      pieces.push(delimiter ? { kind: "open", value: delimiter } : { kind: "raw", value: "[" });
    }
    if (address !== null) pieces.push({ kind: "raw", value: address });
    else if (node.type.name === "image") pieces.push({ kind: "raw", value: image(node) });
    else if (node.type.name === "mention") {
      pieces.push({ kind: "raw", value: `@${String(node.attrs["label"])}` });
    } else if (node.type.name === "hardBreak") {
      const isDouble = nodes[index - 1]?.type.name === "hardBreak" && lineBreak === "\n";
      pieces.push({ kind: "raw", value: isDouble ? "\\\n" : lineBreak });
    } else if (node.marks.some((mark) => mark.type.name === "code")) {
      pieces.push({ kind: "raw", value: codeSpan(node.text!) });
    } else pieces.push({ kind: "text", value: escapeText(node.text!) });
  });
  close(0);
  return pieces;
}

function asEntity(char: string): string {
  return `&#${char.codePointAt(0)!};`;
}

/** True when a delimiter beside this character is surely read as beginning or ending emphasis. */
function isBoundary(char: string | undefined): boolean {
  return char === undefined || /[\s!-/:-@[-`{-~]/.test(char);
}

type Edge = "start" | "end";

function edgeChar(piece: Piece | undefined, edge: Edge): string | undefined {
  if (edge === "start") return Array.from(piece?.value.slice(0, 2) ?? "").at(0);
  return Array.from(piece?.value.slice(-2) ?? "").at(-1);
}

function encodeEdge(piece: Piece | undefined, edge: Edge): void {
  const char = edgeChar(piece, edge);
  if (piece?.kind !== "text" || char === undefined) return;
  const rest =
    edge === "start" ? piece.value.slice(char.length) : piece.value.slice(0, -char.length);
  piece.value = edge === "start" ? asEntity(char) + rest : rest + asEntity(char);
}

/**
 * CommonMark reads `**` between a letter and punctuation, or before a space, as text. Writing that
 * letter or space as an entity makes it punctuation to the parser and leaves it the same to the reader.
 */
function guardDelimiters(pieces: Piece[]): void {
  pieces.forEach((piece, index) => {
    if (piece.kind !== "open" && piece.kind !== "close") return;
    const opens = piece.kind === "open";
    const outer = pieces[opens ? index - 1 : index + 1];
    const inner = pieces[opens ? index + 1 : index - 1];
    const [outerEdge, innerEdge]: [Edge, Edge] = opens ? ["end", "start"] : ["start", "end"];
    if (/\s/.test(edgeChar(inner, innerEdge) ?? "")) encodeEdge(inner, innerEdge);
    const isClear = piece.value !== "_" && /[\p{L}\p{N}]/u.test(edgeChar(inner, innerEdge) ?? "");
    if (!isClear && !isBoundary(edgeChar(outer, outerEdge))) encodeEdge(outer, outerEdge);
  });
}

/** The content of one tidied paragraph as Markdown lines; in a table cell all on one line. */
export function inlineToMarkdown(paragraph: DocumentNode, place: "block" | "cell"): string {
  const pieces = toPieces(paragraph.children, place === "cell" ? "<br>" : "\n");
  guardDelimiters(pieces);
  const source = pieces.map((piece) => piece.value).join("");
  if (place === "cell") return source.replaceAll("|", "\\|");
  return source.split("\n").map(escapeLineStart).join("\n");
}
