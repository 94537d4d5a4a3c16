import MarkdownIt from "markdown-it";
import type { StateCore } from "markdown-it";
import Token from "markdown-it/lib/token.mjs";
import { readAlt } from "./alt-text.ts";
import { checkNodeCount } from "./check-document.ts";
import { safeHref, safeImageSource } from "./safe-address.ts";

/** Two levels of the document for each list, one for each quote: stays below the document's depth. */
const MAX_NESTING = 40;

/** A longer run without white space is not looked at for an address: each look reads all of it. */
const MAX_BARE_ADDRESS = 600;
const BARE_ADDRESS_END = new RegExp(`^\\S{${MAX_BARE_ADDRESS}}`);

function textToken(content: string): Token {
  return Object.assign(new Token("text", "", 0), { content });
}

function imageText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "image") text += imageText(token.children ?? []);
    else if (token.type.endsWith("break")) text += " ";
    else text += token.content;
  }
  return text;
}

/** Images keep the alternative text as one string; one that may not be loaded becomes that text. */
function readImage(token: Token): Token {
  const alt = readAlt(imageText(token.children ?? [])) ?? "";
  const src = safeImageSource(String(token.attrGet("src") ?? ""));
  if (src === null) return textToken(alt);
  token.attrs = [
    ["src", src],
    ["alt", alt],
  ];
  return token;
}

function splitBreaks(token: Token): Token[] {
  const parts = token.content.split(/<br ?\/?>/i);
  return parts.flatMap((part, index) =>
    index === 0 ? [textToken(part)] : [new Token("hardbreak", "br", 0), textToken(part)],
  );
}

function readInline(tokens: readonly Token[], place: "heading" | "cell" | "text"): Token[] {
  const result: Token[] = [];
  const links: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") {
      links.push(Boolean(token.attrGet("href")));
      if (links.at(-1)) result.push(token);
    } else if (token.type === "link_close") {
      if (links.pop()) result.push(token);
    } else if (place === "heading" && token.tag === "strong") continue;
    else if (place === "cell" && token.type === "text" && token.content.includes("<")) {
      result.push(...splitBreaks(token));
    } else result.push(token.type === "image" ? readImage(token) : token);
  }
  if (place !== "heading") return result;
  return [
    new Token("strong_open", "strong", 1),
    ...result,
    new Token("strong_close", "strong", -1),
  ];
}

/** Rewrites the tokens that our schema has no node for: headings, the text of cells, unsafe images. */
function fitToSchema(state: StateCore): void {
  const tokens: Token[] = [];
  let place: "heading" | "cell" | "text" = "text";
  for (const token of state.tokens) {
    if (token.type === "inline") token.children = readInline(token.children ?? [], place);
    const isHeading = token.type.startsWith("heading_");
    const isCell = token.tag === "td" || token.tag === "th";
    if (isHeading) token.type = token.nesting === 1 ? "paragraph_open" : "paragraph_close";
    if (isHeading || isCell) place = token.nesting === -1 ? "text" : isCell ? "cell" : "heading";
    if (isCell && token.nesting === -1) tokens.push(new Token("paragraph_close", "p", -1));
    tokens.push(token);
    if (isCell && token.nesting === 1) tokens.push(new Token("paragraph_open", "p", 1));
  }
  state.tokens = tokens;
}

/** Refuses what is too large before its text is read: that is where the time goes. */
function limitBlocks(state: StateCore): void {
  const makesNode = ({ type, nesting, content }: Token): boolean =>
    type === "inline"
      ? content !== ""
      : nesting !== -1 && type !== "thead_open" && type !== "tbody_open";
  checkNodeCount(state.tokens.filter(makesNode).length);
}

function makeMarkdown(): MarkdownIt {
  const options = { html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING };
  const md = new MarkdownIt(options);
  md.normalizeLink = (address) => safeHref(address) ?? "";
  md.normalizeLinkText = (text) => text;
  md.validateLink = (address) => address !== "";
  // Whole addresses only: "node.io" or "readme.md" in a sentence is rarely meant as a link.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schemeName of ["ftp:", "//", "mailto:"]) md.linkify.add(schemeName, null);
  const matchAtStart = md.linkify.matchAtStart.bind(md.linkify);
  md.linkify.matchAtStart = (text) => (BARE_ADDRESS_END.test(text) ? null : matchAtStart(text));
  // The inline rule of the same name finds all whole addresses; this one would look a second time.
  md.core.ruler.disable("linkify");
  md.core.ruler.after("block", "limit_blocks", limitBlocks);
  // Before text_join: there an escaped "\<br>" is still two tokens, and stays text.
  md.core.ruler.before("text_join", "fit_to_schema", fitToSchema);
  return md;
}

/** The one Markdown dialect of the product; raw HTML is text. */
export const markdown = makeMarkdown();
