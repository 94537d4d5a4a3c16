import { isMentionLabel } from "./schema.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

/** What somebody can be mentioned by. */
export interface Mentioned {
  id: number;
  handle: string;
}

/** Who was found: by id for chosen mentions, by handle as typed for `@handle` in text. */
export interface FoundMembers {
  byId: ReadonlyMap<number, Mentioned>;
  byHandle: ReadonlyMap<string, Mentioned>;
}

/** More names than this in one text stay text: they would cost a look-up and nobody reads them. */
const MAX_MENTIONS = 50;
const TYPED = /(?<![\p{L}\p{M}\p{N}_@/.-])@([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]{1,29})/gu;

function holdsTyped(node: NodeJson): boolean {
  return (
    node.type === "text" &&
    !node.marks?.some((mark) => mark.type === "code" || mark.type === "link")
  );
}

/** "@dan-" at the end of a clause means "@dan". */
function readings(typed: string): string[] {
  const bare = typed.replace(/[-_]+$/, "");
  return bare === typed || bare === "" ? [typed] : [typed, bare];
}

function collect(node: NodeJson, ids: Set<number>, handles: Set<string>): void {
  if (node.type === "codeBlock") return;
  if (node.type === "mention") ids.add(Number(node.attrs?.["id"]));
  if (holdsTyped(node)) {
    for (const [, typed] of (node.text ?? "").matchAll(TYPED)) {
      for (const reading of readings(typed!)) handles.add(reading);
    }
  }
  for (const child of node.content ?? []) collect(child, ids, handles);
}

/** Whom a document names: ids of chosen mentions and handles typed after an `@`, as typed. */
export function collectMentions(document: DocumentJson): { ids: number[]; handles: string[] } {
  const ids = new Set<number>();
  const handles = new Set<string>();
  collect(document, ids, handles);
  return { ids: [...ids].slice(0, MAX_MENTIONS), handles: [...handles].slice(0, MAX_MENTIONS) };
}

function mention(member: Mentioned, marks: NodeJson["marks"]): NodeJson {
  const kept = marks?.filter((mark) => mark.type !== "link" && mark.type !== "code");
  return {
    type: "mention",
    attrs: { id: member.id, label: member.handle },
    ...(kept?.length ? { marks: kept } : {}),
  };
}

function splitText(node: NodeJson, found: FoundMembers): NodeJson[] {
  const text = node.text ?? "";
  const parts: NodeJson[] = [];
  let from = 0;
  for (const match of text.matchAll(TYPED)) {
    const reading = readings(match[1]!).find((one) => found.byHandle.has(one));
    const member = reading === undefined ? undefined : found.byHandle.get(reading);
    if (!reading || !member || !isMentionLabel(member.handle)) continue;
    if (match.index > from) parts.push({ ...node, text: text.slice(from, match.index) });
    parts.push(mention(member, node.marks));
    from = match.index + 1 + reading.length;
  }
  if (from < text.length) parts.push({ ...node, text: text.slice(from) });
  return parts;
}

function settle(node: NodeJson, found: FoundMembers): NodeJson[] {
  if (node.type === "codeBlock") return [node];
  if (holdsTyped(node)) return splitText(node, found);
  if (node.type === "mention") {
    const member = found.byId.get(Number(node.attrs?.["id"]));
    if (member && isMentionLabel(member.handle)) return [mention(member, node.marks)];
    const text = { type: "text", text: `@${String(node.attrs?.["label"])}` };
    return [node.marks ? { ...text, marks: node.marks } : text];
  }
  if (!node.content) return [node];
  return [{ ...node, content: node.content.flatMap((child) => settle(child, found)) }];
}

/**
 * A document whose mentions are those that were found, with their handles of today; the others
 * become plain text, and found handles that were typed become mentions. Not in code, not in links.
 */
export function settleMentions(document: DocumentJson, found: FoundMembers): DocumentJson {
  return { ...settle(document, found)[0]!, type: "doc" };
}
