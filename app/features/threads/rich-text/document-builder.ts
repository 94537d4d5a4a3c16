import type { Attrs, Mark, Node as DocumentNode, NodeType } from "prosemirror-model";
import { DOCUMENT_LIMITS } from "./check-document.ts";
import { schema } from "./schema.ts";
import { tidyDocument } from "./tidy-document.ts";

const { nodes, marks: markTypes } = schema;

/** Room for the paragraph and its text below the deepest container, and the row and cell of a table. */
const MAX_DEPTH = DOCUMENT_LIMITS.depth - 6;
/** Room for what is still open when the limit is met. */
const MAX_NODES = DOCUMENT_LIMITS.nodes - 500;

interface Frame {
  type: NodeType;
  attrs: Attrs | null;
  children: DocumentNode[];
  /** Nodes above its content, those included that the schema will want between. */
  depth: number;
}

/** The node types that hold blocks, from outside to inside. */
export type ContainerName =
  | "blockquote"
  | "bulletList"
  | "orderedList"
  | "listItem"
  | "table"
  | "tableRow"
  | "tableCell"
  | "tableHeader";

function isCell(frame: Frame): boolean {
  return frame.type === nodes["tableCell"] || frame.type === nodes["tableHeader"];
}

function isList(frame: Frame): boolean {
  return frame.type === nodes["bulletList"] || frame.type === nodes["orderedList"];
}

/**
 * Builds a document that always fits the schema and its limits from a stream of "open", "close" and
 * "text" in any order. What is over the limits is left out and `isTruncated` says so.
 */
export class DocumentBuilder {
  isTruncated = false;
  isFull = false;
  private readonly frames: Frame[] = [{ type: nodes["doc"]!, attrs: null, children: [], depth: 1 }];
  private inline: DocumentNode[] = [];
  private text = "";
  private active: readonly Mark[] = [];
  private nodeCount = 1;
  private textLength = 0;
  private addressLength = 0;

  private get top(): Frame {
    return this.frames.at(-1)!;
  }

  /** True inside a table cell, where blocks are written as lines. */
  get isInCell(): boolean {
    return isCell(this.top);
  }

  get isInList(): boolean {
    return isList(this.top);
  }

  /** True where a table row may stand. */
  get isInTable(): boolean {
    return this.top.type === nodes["table"];
  }

  /** True where a table cell may stand. */
  get isInRow(): boolean {
    return this.top.type === nodes["tableRow"];
  }

  /** Adds text; white space is folded as a browser does. */
  addText(text: string): void {
    if (this.isFull) return;
    const folded = text.replace(/[ \t\n\r\f]+/g, " ");
    const isAtStart = this.text === "" && (this.inline.length === 0 || this.endsWithSpace());
    const added =
      folded.startsWith(" ") && (isAtStart || this.text.endsWith(" ")) ? folded.slice(1) : folded;
    this.text += this.take(added);
  }

  /** Adds text as it is, white space included. */
  addVerbatim(text: string): void {
    if (!this.isFull) this.text += this.take(text);
  }

  addBreak(): void {
    this.addInline(nodes["hardBreak"]!.create(null, null, this.active));
  }

  addImage(src: string, alt: string): void {
    if (!this.takeAddress(src)) return;
    const kept = this.take(alt);
    this.addInline(nodes["image"]!.create({ src, alt: kept || null }, null, this.active));
  }

  /** Ends the paragraph; in a table cell it starts a new line. */
  endBlock(): void {
    if (this.isInCell) {
      this.flushText();
      const last = this.inline.at(-1);
      if (last && last.type !== nodes["hardBreak"]) this.addBreak();
      return;
    }
    this.endParagraph();
  }

  addRule(): void {
    this.endBlock();
    if (!this.isInCell && this.takeNodes(1)) this.pushBlock(nodes["horizontalRule"]!.create());
  }

  addCodeBlock(text: string, language: string | null): void {
    this.endBlock();
    if (this.isFull || text.trim() === "") return;
    const kept = this.take(text);
    if (kept === "" || !this.takeNodes(2)) return;
    this.pushBlock(nodes["codeBlock"]!.create({ language }, schema.text(kept)));
  }

  /** Opens a container; false when it was left out (too deep, or blocks in a table cell). */
  open(name: ContainerName, attrs: Attrs | null = null): boolean {
    this.endBlock();
    if (this.isInCell || this.isFull) return false;
    const depth = this.top.depth + (this.isInList && name !== "listItem" ? 2 : 1);
    if (depth > MAX_DEPTH) {
      this.isTruncated = true;
      return false;
    }
    if (!this.takeNodes(1)) return false;
    this.frames.push({ type: nodes[name]!, attrs, children: [], depth });
    return true;
  }

  /** Closes the container that the last successful `open` opened. */
  close(): void {
    this.flushText();
    if (this.isInCell) this.closeCell();
    else {
      this.endParagraph();
      const { type, attrs, children } = this.frames.pop()!;
      if (type === nodes["listItem"] && children[0]?.type !== nodes["paragraph"]) {
        this.takeNodes(1);
        children.unshift(nodes["paragraph"]!.create());
      }
      if (children.length > 0) this.pushBlock(type.create(attrs, children));
    }
  }

  /** Puts a mark on what follows, until `restoreMarks` with the marks given back. */
  addMark(name: "bold" | "italic" | "strike" | "code" | "link", attrs?: Attrs): readonly Mark[] {
    const before = this.active;
    if (name === "link" && !this.takeAddress(String(attrs?.["href"]))) return before;
    this.flushText();
    this.active = markTypes[name]!.create(attrs).addToSet(before);
    return before;
  }

  restoreMarks(marks: readonly Mark[]): void {
    if (marks === this.active) return;
    this.flushText();
    this.active = marks;
  }

  finish(): DocumentNode {
    while (this.frames.length > 1) this.close();
    this.endParagraph();
    return tidyDocument(nodes["doc"]!.create(null, this.top.children));
  }

  private endsWithSpace(): boolean {
    const last = this.inline.at(-1);
    return last?.type === nodes["hardBreak"] || last?.text?.endsWith(" ") === true;
  }

  private take(text: string): string {
    const left = DOCUMENT_LIMITS.textLength - this.textLength;
    if (text.length > left) this.stop();
    this.textLength += text.length;
    // A cut between the halves of a surrogate pair would leave half a character.
    return text.length > left ? text.slice(0, left).replace(/\p{Surrogate}$/u, "") : text;
  }

  private takeNodes(count: number): boolean {
    this.nodeCount += count;
    if (this.nodeCount > MAX_NODES) this.stop();
    return !this.isFull;
  }

  private takeAddress(address: string): boolean {
    this.addressLength += address.length;
    const hasRoom = this.addressLength <= DOCUMENT_LIMITS.addressLength;
    if (!hasRoom) this.isTruncated = true;
    return hasRoom;
  }

  private stop(): void {
    this.isFull = true;
    this.isTruncated = true;
  }

  private addInline(node: DocumentNode): void {
    this.flushText();
    if (this.takeNodes(1)) this.inline.push(node);
  }

  private flushText(): void {
    if (this.text === "") return;
    const text = this.text;
    this.text = "";
    this.takeNodes(1);
    this.inline.push(schema.text(text, this.active));
  }

  private endParagraph(): void {
    this.flushText();
    if (this.inline.length === 0) return;
    const content = this.inline;
    this.inline = [];
    if (content.every((node) => node.isText && node.text!.trim() === "")) return;
    this.takeNodes(1);
    this.pushBlock(nodes["paragraph"]!.create(null, content));
  }

  private closeCell(): void {
    const { type, attrs } = this.frames.pop()!;
    this.takeNodes(1);
    const content = nodes["paragraph"]!.create(null, this.inline);
    this.inline = [];
    this.top.children.push(type.create(attrs, content));
  }

  /** Puts a block where it may stand; stray blocks in a list become an item, in a table they precede it. */
  private pushBlock(node: DocumentNode): void {
    let index = this.frames.length - 1;
    if (node.type !== nodes["tableRow"]) {
      while (this.frames[index]!.type.name.startsWith("table")) index--;
    }
    const frame = this.frames[index]!;
    if (isList(frame) && node.type !== nodes["listItem"]) this.pushIntoItem(frame.children, node);
    else frame.children.push(node);
  }

  private pushIntoItem(items: DocumentNode[], node: DocumentNode): void {
    const last = items.at(-1);
    const isNestedList = node.type === nodes["bulletList"] || node.type === nodes["orderedList"];
    if (last && isNestedList) items[items.length - 1] = last.copy(last.content.addToEnd(node));
    else {
      this.takeNodes(2);
      const lead = node.type === nodes["paragraph"] ? [] : [nodes["paragraph"]!.create()];
      items.push(nodes["listItem"]!.create(null, [...lead, node]));
    }
  }
}
