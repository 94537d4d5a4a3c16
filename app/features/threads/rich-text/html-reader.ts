import { readAlt } from "./alt-text.ts";
import { DocumentBuilder } from "./document-builder.ts";
import type { ContainerName } from "./document-builder.ts";
import { BLOCK_TAGS, DROPPED_TAGS, MARK_TAGS } from "./html-tags.ts";
import { safeHref, safeImageSource } from "./safe-address.ts";
import { safeLanguage } from "./schema.ts";
import { readWordItem, WordLists } from "./word-lists.ts";

export interface HtmlOptions {
  /** Where the HTML stood: relative addresses are resolved against it. */
  baseUrl?: string;
  /** Gives the new address of a link (already absolute), or null to leave it as it is. */
  rewriteLink?: (href: string) => string | null;
}

const MAX_ELEMENT_DEPTH = 500;
const NO_LANGUAGE = new Set(["auto", "nohighlight", "none", "plaintext", "text"]);

type Attributes = Record<string, string>;
type Close = () => void;

function nothing(): void {}

function hasClass(attributes: Attributes, name: string): boolean {
  return attributes["class"]?.split(/\s+/).includes(name) === true;
}

/** What `withoutStyles` kept of an element's style. */
function looks(attributes: Attributes): string[] {
  return attributes["data-look"]?.split(" ") ?? [];
}

function languageOf(attributes: Attributes): string | null {
  const named = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(attributes["class"] ?? "")?.[1];
  const language = safeLanguage(named ?? attributes["data-code-wrap"] ?? "");
  return language !== null && NO_LANGUAGE.has(language) ? null : language;
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? "", 10);
  return count >= 1 && count <= 100 ? count : 1;
}

/** Turns the tags and texts of an HTML parser, in their order, into calls of a document builder. */
export class HtmlReader {
  readonly builder = new DocumentBuilder();
  private readonly wordLists = new WordLists(this.builder);
  private readonly options: HtmlOptions;
  private readonly closers: Close[] = [];
  private dropped = 0;
  private code: { text: string; language: string | null } | null = null;
  private isInQuote = false;
  private isInLightbox = false;

  constructor(options: HtmlOptions) {
    this.options = options;
  }

  get isDone(): boolean {
    return this.builder.isFull || this.closers.length > MAX_ELEMENT_DEPTH;
  }

  onText(text: string): void {
    if (this.dropped > 0) return;
    if (this.wordLists.depth === this.closers.length && text.trim() !== "") this.wordLists.end();
    if (this.code) this.code.text += text;
    else this.builder.addText(text);
  }

  onOpen(tag: string, attributes: Attributes): void {
    if (this.dropped > 0 || this.isDropped(tag, attributes)) {
      this.dropped++;
      this.closers.push(() => this.dropped--);
    } else if (this.opensWordItem(tag, attributes))
      this.closers.push(() => this.builder.endBlock());
    else if (this.code) this.closers.push(this.openInCode(tag, attributes));
    else this.closers.push(this.openElement(tag, attributes));
  }

  onClose(): void {
    if (this.wordLists.depth === this.closers.length) this.wordLists.end();
    this.closers.pop()?.();
  }

  /** A paragraph that a word processor shows as an item; any other element beside it ends the list. */
  private opensWordItem(tag: string, attributes: Attributes): boolean {
    const item = tag === "p" && !this.code ? readWordItem(attributes["data-list"]) : null;
    if (item) this.wordLists.begin(item, this.closers.length);
    else if (this.wordLists.depth === this.closers.length) this.wordLists.end();
    return item !== null;
  }

  private isDropped(tag: string, attributes: Attributes): boolean {
    if (DROPPED_TAGS.has(tag) || looks(attributes).includes("ignore")) return true;
    return tag === "div" && this.isInLightbox && hasClass(attributes, "meta");
  }

  private openElement(tag: string, attributes: Attributes): Close {
    const mark = MARK_TAGS.get(tag);
    // What word processors wrap all of their text in.
    if (mark === "bold" && looks(attributes).includes("regular")) return nothing;
    if (mark) return this.marked(mark);
    if (tag === "span") return this.looking(attributes);
    if (/^h[1-6]$/.test(tag)) return this.heading();
    switch (tag) {
      case "a":
        return this.link(attributes);
      case "img":
        this.image(attributes);
        return nothing;
      case "br":
        this.builder.addBreak();
        return nothing;
      case "hr":
        this.builder.addRule();
        return nothing;
      case "pre":
        return this.codeBlock(attributes);
      case "input":
        if (attributes["type"] === "checkbox") {
          this.builder.addText("checked" in attributes ? "[x] " : "[ ] ");
        }
        return nothing;
      default:
        return this.openBlock(tag, attributes);
    }
  }

  private openBlock(tag: string, attributes: Attributes): Close {
    switch (tag) {
      case "ul":
      case "menu":
      case "dir":
        return this.container("bulletList");
      case "ol": {
        const start = Number.parseInt(attributes["start"] ?? "1", 10);
        return this.container("orderedList", {
          start: start >= 0 && start <= 999_999_999 ? start : 1,
        });
      }
      case "li":
        return this.listItem();
      case "blockquote":
        return this.isInQuote ? this.block() : this.container("blockquote");
      case "table":
        return this.container("table");
      case "tr":
        return this.builder.isInTable ? this.container("tableRow") : this.block();
      case "td":
      case "th":
        return this.cell(tag, attributes);
      case "aside":
        return hasClass(attributes, "quote") ? this.quote() : this.block();
      default:
        return BLOCK_TAGS.has(tag) ? this.block() : nothing;
    }
  }

  private block(): Close {
    this.builder.endBlock();
    return () => this.builder.endBlock();
  }

  private container(name: ContainerName, attrs?: Record<string, unknown>): Close {
    const opened = this.builder.open(name, attrs ?? null);
    return opened ? () => this.builder.close() : () => this.builder.endBlock();
  }

  private listItem(): Close {
    if (this.builder.isInList) return this.container("listItem");
    const closeList = this.container("bulletList");
    const closeItem = this.container("listItem");
    return () => {
      closeItem();
      closeList();
    };
  }

  private cell(tag: string, attributes: Attributes): Close {
    if (!this.builder.isInRow) return this.block();
    return this.container(tag === "th" ? "tableHeader" : "tableCell", {
      colspan: span(attributes["colspan"]),
      rowspan: span(attributes["rowspan"]),
    });
  }

  /** Discourse: a title with the author's name, then a blockquote; here one quote. */
  private quote(): Close {
    const wasInQuote = this.isInQuote;
    const close = this.container("blockquote");
    this.isInQuote = true;
    return () => {
      this.isInQuote = wasInQuote;
      close();
    };
  }

  private marked(name: "bold" | "italic" | "strike" | "code"): Close {
    const before = this.builder.addMark(name);
    return () => this.builder.restoreMarks(before);
  }

  private looking(attributes: Attributes): Close {
    const closers = looks(attributes).flatMap((look) =>
      look === "bold" || look === "italic" || look === "strike" ? [this.marked(look)] : [],
    );
    return () => {
      for (const close of closers.reverse()) close();
    };
  }

  private heading(): Close {
    this.builder.endBlock();
    const close = this.marked("bold");
    return () => {
      close();
      this.builder.endBlock();
    };
  }

  private link(attributes: Attributes): Close {
    const wasInLightbox = this.isInLightbox;
    if (hasClass(attributes, "lightbox")) {
      this.isInLightbox = true;
      return () => {
        this.isInLightbox = wasInLightbox;
      };
    }
    // A picture's way to itself is no link that somebody set.
    if (hasClass(attributes, "pl-picture")) return nothing;
    const href = safeHref(this.resolve(attributes["href"] ?? ""));
    const rewritten = href === null ? null : this.options.rewriteLink?.(href);
    const target = rewritten ? safeHref(rewritten) : href;
    if (target === null) return nothing;
    const before = this.builder.addMark("link", { href: target });
    return () => this.builder.restoreMarks(before);
  }

  private image(attributes: Attributes): void {
    const alt = readAlt(attributes["alt"] ?? attributes["title"] ?? "") ?? "";
    if (hasClass(attributes, "avatar") || hasClass(attributes, "site-icon")) return;
    if (hasClass(attributes, "emoji")) {
      this.builder.addText(alt);
      return;
    }
    const src = safeImageSource(this.resolve(attributes["src"] ?? ""));
    if (src === null) this.builder.addText(alt);
    else this.builder.addImage(src, alt);
  }

  private codeBlock(attributes: Attributes): Close {
    const code = { text: "", language: languageOf(attributes) };
    this.code = code;
    return () => {
      this.code = null;
      const text = code.text.replace(/^\n/, "").replace(/\n$/, "");
      if (!this.builder.isInCell) this.builder.addCodeBlock(text, code.language);
      else this.codeInCell(text);
    };
  }

  private codeInCell(text: string): void {
    for (const line of text.split("\n")) {
      this.builder.endBlock();
      const close = this.marked("code");
      this.builder.addVerbatim(line);
      close();
    }
    this.builder.endBlock();
  }

  private openInCode(tag: string, attributes: Attributes): Close {
    if (tag === "code" && this.code) this.code.language ??= languageOf(attributes);
    if (tag === "br" && this.code) this.code.text += "\n";
    return nothing;
  }

  private resolve(address: string): string {
    const { baseUrl } = this.options;
    const value = address.trim();
    if (baseUrl && value !== "" && !value.startsWith("#") && URL.canParse(value, baseUrl)) {
      return /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : new URL(value, baseUrl).href;
    }
    return value.startsWith("//") ? `https:${value}` : value;
  }
}
