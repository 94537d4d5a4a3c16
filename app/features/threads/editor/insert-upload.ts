import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Uploaded } from "./upload-file.ts";

/** A table cell holds one paragraph. */
function isInCell(place: ResolvedPos): boolean {
  return place.depth > 0 && place.node(-1).type.name.startsWith("table");
}

/** Puts a picture into a paragraph of its own, or into a cell's line; gives the position after it. */
function insertPicture(tr: Transaction, position: number, picture: Node): number {
  const place = tr.doc.resolve(position);
  const { parent } = place;
  const own = tr.doc.type.schema.nodes["paragraph"]!.create(null, picture);
  const insertAt = (at: number): number => {
    tr.insert(at, own);
    return at + 1 + picture.nodeSize;
  };
  if (!parent.inlineContent) return insertAt(position);
  if (parent.type.spec.code) return insertAt(place.after());
  if (isInCell(place) || parent.content.size === 0) {
    tr.insert(position, picture);
    return position + picture.nodeSize;
  }
  if (place.parentOffset === 0) return insertAt(place.before());
  if (place.parentOffset === parent.content.size) return insertAt(place.after());
  tr.split(position);
  return insertAt(position + 1);
}

function insertAttachment(tr: Transaction, position: number, { url, name }: Uploaded): number {
  const { schema } = tr.doc.type;
  const place = tr.doc.resolve(position);
  const link = schema.text(name, [schema.marks["link"]!.create({ href: url })]);
  if (!place.parent.inlineContent || place.parent.type.spec.code) {
    const at = place.parent.inlineContent ? place.after() : position;
    tr.insert(at, schema.nodes["paragraph"]!.create(null, link));
    return at + 1 + link.nodeSize;
  }
  const before = place.nodeBefore;
  const needsSpace = before !== null && !(before.isText && /\s$/.test(before.text!));
  const parts = [...(needsSpace ? [schema.text(" ")] : []), link, schema.text(" ")];
  tr.insert(position, parts);
  return position + parts.reduce((size, part) => size + part.nodeSize, 0);
}

/** Puts the caret into the paragraph below the picture, which is made when there is none. */
function moveCaretBelow(tr: Transaction, end: number): void {
  const place = tr.doc.resolve(end);
  const isLine = isInCell(place);
  if (!isLine && !tr.doc.resolve(place.after()).nodeAfter?.isTextblock) {
    tr.insert(place.after(), tr.doc.type.schema.nodes["paragraph"]!.create());
  }
  tr.setSelection(TextSelection.create(tr.doc, isLine ? end : place.after() + 1));
}

/**
 * Puts an upload into the text: a picture as a paragraph of its own, an attachment as a link with its
 * name. A caret that stood there is below it then. Gives the position after it.
 */
export function insertUpload(tr: Transaction, position: number, uploaded: Uploaded): number {
  const { selection } = tr;
  const hasCaret = selection.empty && selection.head === position;
  if (uploaded.kind === "file") return insertAttachment(tr, position, uploaded);
  const image = tr.doc.type.schema.nodes["image"]!;
  const end = insertPicture(tr, position, image.create({ src: uploaded.url }));
  if (hasCaret) moveCaretBelow(tr, end);
  return end;
}
