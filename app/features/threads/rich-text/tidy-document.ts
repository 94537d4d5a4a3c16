import { Fragment, Mark } from "prosemirror-model";
import type { MarkType, Node as DocumentNode } from "prosemirror-model";
import { schema } from "./schema.ts";

const { hardBreak, paragraph, listItem } = schema.nodes;
const EMPHASIS = [schema.marks["bold"]!, schema.marks["italic"]!, schema.marks["strike"]!];
const CODE = schema.marks["code"]!;

function isPlainText(node: DocumentNode): boolean {
  return node.isText && !CODE.isInSet(node.marks);
}

function withText(node: DocumentNode, text: string): DocumentNode {
  return schema.text(text, node.marks);
}

function flattenLineEnds(nodes: readonly DocumentNode[]): DocumentNode[] {
  return nodes.map((node) => {
    // Code in Markdown is text on one line; breaks and images between are not part of it.
    if (!node.isText) return node.mark(CODE.removeFromSet(node.marks));
    const text = node.text!;
    return /[\t-\r\u2028\u2029]/.test(text)
      ? withText(node, text.replace(/[\t-\r\u2028\u2029]/g, " "))
      : node;
  });
}

/** Takes the mark off white space at the start of one marked run (given in either direction). */
function unmarkEdge(run: DocumentNode[], type: MarkType, edge: "start" | "end"): DocumentNode[] {
  const rest = edge === "start" ? [...run] : [...run].reverse();
  const freed: DocumentNode[] = [];
  const without = (node: DocumentNode): DocumentNode => node.mark(type.removeFromSet(node.marks));
  for (let node = rest.shift(); node; node = rest.shift()) {
    const text = isPlainText(node) ? node.text! : null;
    const kept = edge === "start" ? text?.trimStart() : text?.trimEnd();
    if (node.type === hardBreak || kept === "") {
      freed.push(without(node));
      continue;
    }
    if (text !== null && kept && kept.length < text.length) {
      const space =
        edge === "start" ? text.slice(0, text.length - kept.length) : text.slice(kept.length);
      freed.push(without(withText(node, space)));
      node = withText(node, kept);
    }
    rest.unshift(node);
    break;
  }
  const all = [...freed, ...rest];
  return edge === "start" ? all : all.reverse();
}

function unmarkEdges(nodes: DocumentNode[], type: MarkType): DocumentNode[] {
  const result: DocumentNode[] = [];
  for (let index = 0; index < nodes.length;) {
    const start = index;
    while (index < nodes.length && type.isInSet(nodes[index]!.marks)) index++;
    if (index === start) {
      result.push(nodes[index++]!);
      continue;
    }
    const run = nodes.slice(start, index);
    result.push(...unmarkEdge(unmarkEdge(run, type, "start"), type, "end"));
  }
  return result;
}

function dropTrailingSpace(nodes: DocumentNode[], alsoBreaks: boolean): void {
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (isPlainText(last)) {
      const text = last.text!.trimEnd();
      if (text === last.text) return;
      nodes.pop();
      if (text !== "") nodes.push(withText(last, text));
    } else if (alsoBreaks && last.type === hardBreak) nodes.pop();
    else return;
  }
}

function trimLines(nodes: readonly DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = [];
  let atLineStart = true;
  for (const node of nodes) {
    if (node.type === hardBreak) {
      dropTrailingSpace(result, false);
      if (result.length > 0) result.push(node);
      atLineStart = true;
      continue;
    }
    if (atLineStart && isPlainText(node)) {
      const text = node.text!.trimStart();
      if (text === "") continue;
      result.push(text === node.text ? node : withText(node, text));
    } else result.push(node);
    atLineStart = false;
  }
  dropTrailingSpace(result, true);
  return result;
}

/** A line break carries the marks of both its sides where they agree, so that no mark starts or ends there. */
function settleBreaks(nodes: readonly DocumentNode[]): DocumentNode[] {
  const marksAfter: (readonly Mark[])[] = [];
  for (let index = nodes.length - 1, marks = Mark.none; index >= 0; index--) {
    marksAfter[index] = marks;
    const node = nodes[index]!;
    if (node.type !== hardBreak) marks = CODE.removeFromSet(node.marks);
  }
  let before = Mark.none;
  return nodes.map((node, index) => {
    if (node.type === hardBreak) {
      return node.mark(Mark.sameSet(before, marksAfter[index]!) ? before : Mark.none);
    }
    before = CODE.removeFromSet(node.marks);
    return node;
  });
}

function tidyParagraph(node: DocumentNode): DocumentNode {
  let nodes = flattenLineEnds(node.children);
  for (const type of EMPHASIS) {
    if (nodes.some((child) => type.isInSet(child.marks))) nodes = unmarkEdges(nodes, type);
  }
  return node.copy(Fragment.fromArray(settleBreaks(trimLines(nodes))));
}

function isEmptyParagraph(node: DocumentNode): boolean {
  return node.type === paragraph && node.childCount === 0;
}

/**
 * Brings a document into the one form that Markdown can write and read back: no white space at the
 * ends of lines or of emphasis, no empty paragraphs but where the schema needs one. Changes nothing
 * that a reader sees.
 */
export function tidyDocument(node: DocumentNode): DocumentNode {
  if (node.type === paragraph) return tidyParagraph(node);
  if (node.isLeaf || node.type.spec.code) return node;
  const children = node.children.map(tidyDocument);
  const isCell = node.type.name === "tableCell" || node.type.name === "tableHeader";
  if (isCell) return node.copy(Fragment.fromArray(children));
  const kept = children.filter((child) => !isEmptyParagraph(child));
  const needsParagraph =
    kept.length === 0 || (node.type === listItem && kept[0]!.type !== paragraph);
  return node.copy(Fragment.fromArray(needsParagraph ? [paragraph!.create(), ...kept] : kept));
}
