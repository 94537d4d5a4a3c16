import { Parser } from "htmlparser2";
import sanitizeHtml from "sanitize-html";
import { describe, expect, test } from "vitest";
import { ALLOWED_HTML } from "./allowed-html.ts";
import { checkDocument, InvalidDocumentError } from "./check-document.ts";
import { documentToHtml } from "./document-to-html.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { HOSTILE_ADDRESSES, HOSTILE_PAYLOADS } from "./hostile-payloads.ts";
import { htmlToDocument } from "./html-to-document.ts";
import { markdownToDocument } from "./markdown-to-document.ts";
import type { DocumentJson } from "./schema.ts";

const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ["href", "rel", "class"],
  img: ["src", "alt", "loading"],
  ol: ["start"],
  pre: ["tabindex"],
  code: ["class"],
  span: ["class"],
  div: ["class", "tabindex", "role"],
  th: ["scope", "colspan", "rowspan"],
  td: ["colspan", "rowspan"],
};
const TAGS =
  "p br hr strong em s code pre span a img ul ol li blockquote div table thead tbody tr th td";
const VALUES: Record<string, RegExp> = {
  href: /^(?:https?:\/\/[^\s"<>]+|mailto:[^\s"<>]+|\/(?![/\\])[^\s"<>]*)$/,
  src: /^\/(?![/\\])[^\s"<>]*$/,
  rel: /^nofollow ugc noopener$/,
  class: /^(?:pl-image-link|pl-table|pl-mention|hljs-[a-z_-]+|language-[a-z0-9+#-]{1,20})$/,
  loading: /^lazy$/,
  tabindex: /^0$/,
  role: /^region$/,
  scope: /^(?:col|row)$/,
  start: /^\d+$/,
  colspan: /^\d+$/,
  rowspan: /^\d+$/,
  alt: /^/,
};

/** All that stands in the HTML and is not on the list. */
function findForbidden(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!TAGS.split(" ").includes(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        const isAllowed = ATTRIBUTES[tag]?.includes(name) && VALUES[name]?.test(value);
        if (!isAllowed) found.push(`<${tag} ${name}=${value}>`);
      }
      const href = attributes["href"];
      if (href && !href.startsWith("/") && !attributes["rel"]) found.push("a link without rel");
    },
    oncomment: () => found.push("a comment"),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}

/** Looks at the first layer alone; `renderDocument` puts the sanitizer behind it. */
function expectSafe(document: DocumentJson): void {
  const html = documentToHtml(document);
  expect(findForbidden(html)).toEqual([]);
  expect(sanitizeHtml(html, ALLOWED_HTML)).toBe(html);
  expect(html).not.toMatch(/\0/);
}

test("the finder finds", () => {
  for (const html of [
    "<script>x</script>",
    "<p onclick=x>",
    "<a href=javascript:x rel='nofollow ugc noopener'>",
    "<img src=https://example.org/a>",
    "<a href=https://example.org>",
    "<!-- -->",
  ]) {
    expect(findForbidden(html)).not.toEqual([]);
  }
  expect(HOSTILE_PAYLOADS.length).toBeGreaterThan(300);
});

describe.each(HOSTILE_PAYLOADS)("%j", (payload) => {
  test("as Markdown, and in the textarea again", () => {
    const document = markdownToDocument(payload);
    expectSafe(document);
    expectSafe(markdownToDocument(documentToMarkdown(document)));
    expectSafe(
      markdownToDocument(`> - **${payload}**\n\n| ${payload.replaceAll("\n", " ")} |\n| - |`),
    );
  });

  test("as HTML", () => {
    const { document } = htmlToDocument(payload, { baseUrl: "https://example.org/a/b" });
    expectSafe(document);
    expectSafe(htmlToDocument(`<table><tr><td><ul><li>${payload}`).document);
    expectSafe(markdownToDocument(documentToMarkdown(document)));
    expect(checkDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  test("as the text and the attributes of a raw document", () => {
    const paragraph = (...content: unknown[]): unknown => ({
      type: "doc",
      content: [{ type: "paragraph", content }],
    });
    expectSafe(checkDocument(paragraph({ type: "text", text: payload })));
    const raw = [
      paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: payload } }] }),
      paragraph({ type: "image", attrs: { src: payload, alt: payload } }),
      paragraph({ type: "image", attrs: { src: "/a", alt: payload } }),
      paragraph({ type: "image", attrs: { src: "https://example.org/a", alt: payload } }),
      paragraph({ type: payload }),
      paragraph({ type: "text", text: "x", marks: [{ type: payload }] }),
      { type: "doc", content: [{ type: "codeBlock", attrs: { language: payload } }] },
      { type: "doc", content: [{ type: "paragraph", attrs: { [payload]: payload } }] },
    ];
    for (const json of raw) {
      try {
        expectSafe(checkDocument(json));
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidDocumentError);
      }
    }
  });
});

test("even an unchecked document gives safe HTML", () => {
  for (const address of HOSTILE_ADDRESSES) {
    const document: DocumentJson = {
      type: "doc",
      content: [
        { type: "script", content: [{ type: "text", text: "x" }] },
        { type: "codeBlock", attrs: { language: '"><script>' } },
        { type: "orderedList", attrs: { start: '1" onclick="x' } },
        {
          type: "paragraph",
          content: [
            { type: "text", text: "x", marks: [{ type: "link", attrs: { href: address } }] },
            { type: "text", text: "x", marks: [{ type: "script" }, { type: "toString" }] },
            { type: "image", attrs: { src: address, alt: address } },
          ],
        },
      ],
    };
    expectSafe(document);
  }
});
