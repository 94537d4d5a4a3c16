import type { DocumentBuilder } from "./document-builder.ts";

/** What a paragraph says about the list it is an item of: its level from 1, and how it is counted. */
export interface WordItem {
  level: number;
  ordered: boolean;
}

const MAX_LEVEL = 9;

/** Reads `data-list` ("2 ol"), which `withoutStyles` makes of a word processor's style; null for none. */
export function readWordItem(value: string | undefined): WordItem | null {
  const match = /^([1-9]) (ol|ul)$/.exec(value ?? "");
  return match ? { level: Number(match[1]), ordered: match[2] === "ol" } : null;
}

/**
 * The lists of word processors: paragraphs that stand in a row, each with the level it would have. Item
 * for item they become lists in lists.
 */
export class WordLists {
  /** How many elements were open where the paragraphs stand; -1 outside of such lists. */
  depth = -1;
  private readonly builder: DocumentBuilder;
  private open: { ordered: boolean; opened: number }[] = [];

  constructor(builder: DocumentBuilder) {
    this.builder = builder;
  }

  /** Begins an item; what follows is its text. */
  begin({ level, ordered }: WordItem, depth: number): void {
    if (this.depth !== depth) this.end();
    this.depth = depth;
    const wanted = Math.min(level, this.open.length + 1, MAX_LEVEL);
    while (this.open.length > wanted) this.closeLast();
    const last = this.open.at(-1);
    if (last && this.open.length === wanted) {
      if (last.ordered === ordered) return this.nextItem(last);
      this.closeLast();
    }
    const opensList = this.builder.open(ordered ? "orderedList" : "bulletList");
    const opensItem = opensList && this.builder.open("listItem");
    this.open.push({ ordered, opened: Number(opensList) + Number(opensItem) });
  }

  /** Closes what is open: something else follows. */
  end(): void {
    while (this.open.length > 0) this.closeLast();
    this.depth = -1;
  }

  private nextItem(list: { opened: number }): void {
    if (list.opened < 2) return;
    this.builder.close();
    list.opened = 1 + Number(this.builder.open("listItem"));
  }

  private closeLast(): void {
    const { opened } = this.open.pop()!;
    for (let left = opened; left > 0; left -= 1) this.builder.close();
  }
}
