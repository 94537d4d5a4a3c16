import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument } from "./check-document.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { htmlToDocument } from "./html-to-document.ts";
import { markdownToDocument } from "./markdown-to-document.ts";

const FRAGMENTS = (
  "a b Ab 12 é 文 😀 * ** *** _ __ ~ ~~ ` `` ``` ~~~ [ ] ( ) ![ ](/x) [a](/b) [a](https://e.org/x_y) " +
  "<https://e.org> https://e.org/a?b=1&c=2 http:// \\ \\\\ & &amp; &lt; &#32; &nbsp; < > # ## #a - + = === --- ___ " +
  "1. 1) 23. | |- |---|---| :-: ! : <br> <b> snake_case ! . , ; \" ' $ @ \u00a0 \u0301 \u200d"
).split(" ");
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 4, arbitrary: fc.constant(" ") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("\n", "\n\n", "\n  ", "\n    ", "\n> ", "\n- ", "\n1. ", "\t"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
);
const markdownSource = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));

const words = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant(" ")), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(""));
const { content } = fc.letrec((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
    fc.constantFrom("<br>", '<img src="/a" alt="b]*">', "<code>x`|y</code>", " "),
    fc
      .tuple(fc.constantFrom("b", "i", "s", 'a href="https://e.org/a(b_c"'), tie("inlines"))
      .map(([tag, inner]) => `<${tag}>${String(inner)}</${tag.split(" ")[0]!}>`),
  ),
  inlines: fc.array(tie("inline"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("inlines").map((inner) => `<p>${String(inner)}</p>`),
    fc.constantFrom("<hr>", "<pre><code class=lang-js>a\n\n  ```\n b</code></pre>"),
    tie("inlines").map(
      (inner) =>
        `<table><tr><th>${String(inner)}</th><th>h</th></tr><tr><td>${String(inner)}</td><td></td></tr></table>`,
    ),
    fc
      .tuple(
        fc.constantFrom("ul", "ol", "ol start=9"),
        fc.array(tie("content"), { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([tag, items]) =>
          `<${tag}>${items.map((item) => `<li>${String(item)}</li>`).join("")}</${tag.slice(0, 2)}>`,
      ),
    tie("content").map((inner) => `<blockquote>${String(inner)}</blockquote>`),
  ),
  content: fc.array(tie("block"), { maxLength: 4 }).map((parts) => parts.join("")),
}));

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("Markdown and back", () => {
  test("what was typed comes back as the same document", () => {
    fc.assert(
      fc.property(markdownSource, (source) => {
        const document = markdownToDocument(source);
        expect(plain(markdownToDocument(documentToMarkdown(document)))).toEqual(plain(document));
      }),
      { numRuns: 2_000 },
    );
  });

  test("what was imported as HTML comes back as the same document", () => {
    fc.assert(
      fc.property(content, (html) => {
        const { document } = htmlToDocument(String(html));
        expect(plain(markdownToDocument(documentToMarkdown(document)))).toEqual(plain(document));
      }),
      { numRuns: 800 },
    );
  });

  test("every document of our parsers passes the check unchanged", () => {
    fc.assert(
      fc.property(markdownSource, (source) => {
        for (const document of [markdownToDocument(source), htmlToDocument(source).document]) {
          expect(plain(checkDocument(plain(document)))).toEqual(plain(document));
        }
      }),
      { numRuns: 800 },
    );
  });
});
