import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWork } from "#db/testing/compare-work.ts";
import { checkDocument } from "./check-document.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { htmlToDocument } from "./html-to-document.ts";
import { renderHtml, renderMarkdown } from "./render-text.ts";

function toMarkdown(html: string): string {
  return documentToMarkdown(htmlToDocument(html, { baseUrl: "https://old.example/t/1" }).document);
}

describe("htmlToDocument", () => {
  test.each([
    ["<p>one\n two</p><p>three</p>", "one two\n\nthree"],
    ["<b>a </b>b<i> c</i>", "**a** b _c_"],
    ["<h2>a <b>b</b></h2>c", "**a b**\n\nc"],
    ["a<br>b<hr>c", "a\nb\n\n___\n\nc"],
    ["<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"],
    ["<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"],
    ["<ol start=3><li><p>a</p><p>b</p></ol>", "3. a\n\n   b"],
    ["<li>a</li>b", "- a\n\nb"],
    ["<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"],
    ["<pre class='lang-py x'><code>a\n  b\n</code></pre>", "```py\na\n  b\n```"],
    ["<pre><code class='hljs language-c++'>a</code></pre>", "```c++\na\n```"],
    ["<pre data-code-wrap=sql><code class=lang-auto>a<br>b</code></pre>", "```sql\na\nb\n```"],
    [
      "<a href='/q/1'>a</a> <a href='b'>c</a>",
      "[a](https://old.example/q/1) [c](https://old.example/t/b)",
    ],
    ["<a href='#x'>a</a><a href='javascript:x'>b</a>", "ab"],
    ["<a href='//cdn.example/x'><code>a</code></a>", "[`a`](https://cdn.example/x)"],
    ["<img src='a.png' alt=' b\nc '>", "![b c](https://old.example/t/a.png)"],
    ["a <img class=emoji src=x alt=':smile:'> b", "a :smile: b"],
    [
      "<div class='lightbox-wrapper'><a class=lightbox href='/full.png'><img src='/s.png' alt='x'>" +
        "<div class=meta><svg></svg><span class=filename>x</span></div></a></div>",
      "![x](https://old.example/s.png)",
    ],
    [
      "<aside class=quote data-username=ann><div class=title><img class=avatar src=/a> ann:</div>" +
        "<blockquote><p>hello</p></blockquote></aside><p>yes</p>",
      "> ann:\n>\n> hello\n\nyes",
    ],
    [
      "<table><caption>t</caption><thead><tr><th>a</th><th>b</th></tr></thead><tr><td><p>1</p><p>2|</p>" +
        "<td><ul><li>x<li>y</ul></table>",
      "t\n\n| a | b |\n| --- | --- |\n| 1<br>2\\| | x<br>y |",
    ],
    ["<kbd>Ctrl</kbd>+<sub>2</sub> <span style=x>s</span> <x-y>z</x-y>", "Ctrl+2 s z"],
    ["<details><summary>a</summary>b</details>", "a\n\nb"],
    ["<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>a<o:p></o:p></p>", "a"],
    ["<script>a</script><style>b</style><svg><text>c</text></svg>d", "d"],
    ["a &lt;b&gt; &amp;amp; &#0;&#xD800;e", "a \\<b> \\&amp; \uFFFD\uFFFDe"],
    ["", ""],
  ])("%j", (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });

  test("keeps the spans of cells and stands foreign parts of a table before it", () => {
    const { html } = renderHtml("<table><tr><td colspan=2 rowspan=0>a</td></tr>stray</table>");
    expect(html).toBe(
      '<p>stray</p><div class="pl-table" tabindex="0"><table><tbody><tr>' +
        '<td colspan="2">a</td></tr></tbody></table></div>',
    );
  });

  test("rewrites links, and leaves those for which there is nothing new", () => {
    const rewriteLink = (href: string): string | null =>
      href.startsWith("https://old.example/")
        ? "/t/new"
        : href.endsWith("bad")
          ? "javascript:x"
          : null;
    const { html } = renderHtml(
      "<a href='/t/9'>a</a><a href='https://else.example/'>b</a><a href='https://e.org/bad'>c</a>",
      { baseUrl: "https://old.example", rewriteLink },
    );
    expect(html).toBe(
      '<p><a href="/t/new">a</a><a href="https://else.example/" rel="nofollow ugc noopener">b</a>c</p>',
    );
  });

  test.each([
    ["divisions", "<div>".repeat(100_000) + "a"],
    ["lists", "<ul><li>".repeat(300) + "a"],
    ["lists without items", "<ul>".repeat(300) + "a"],
    ["quotes", "<blockquote>".repeat(100) + "a"],
    ["tables", "<table><tr><td>".repeat(40_000) + "a"],
    ["paragraphs", "<p>a</p>".repeat(60_000)],
    ["breaks", "a<br>".repeat(60_000)],
    ["empty items", `<ul>${"<li><hr>".repeat(60_000)}</ul>`],
    ["images", "<img src=/a>".repeat(60_000)],
    ["text", "ab ".repeat(60_000)],
    ["addresses", `<a href=https://e.org/${"a".repeat(1_900)}>x</a> `.repeat(400)],
    ["code", `<pre>${"a\n".repeat(60_000)}</pre>`],
    ["emoji", "👨‍👩‍👧‍👦".repeat(10_000)],
  ])("cuts what is too much: %s", (_name, html) => {
    const { document, truncated } = htmlToDocument(html);
    expect(truncated).toBe(true);
    expect(checkDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  test("always gives a document that passes the check", () => {
    const tags =
      "p div ul ol li blockquote pre code table tr td th caption b i a h1 aside details form svg xmp";
    const token = fc.oneof(
      fc.constantFrom(...tags.split(" ")).chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`)),
      fc.constantFrom(
        "<br>",
        "<hr>",
        "<img src=/a>",
        "<a href=/b>",
        "<td colspan=3>",
        " ",
        "\n",
        "a",
        "<!--",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        const { document } = htmlToDocument(tokens.join(""));
        expect(checkDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
      { numRuns: 2_000 },
    );
  });

  test("reads posts quickly, and a hundred in one with about the work of a hundred", () => {
    const post =
      "<p>My router drops the line each evening, see <a href='/t/1'>this thread</a>.</p><ul>" +
      "<li>restarted it <b>twice</b></li><li>changed the cable</li></ul><pre><code>ping -c 4 gw\n" +
      "4 packets, 25% loss</code></pre><blockquote><p>Did you <em>update</em> it?</p></blockquote>";
    const apart = (): void => {
      for (let run = 0; run < 100; run++) htmlToDocument(post);
    };
    const long = post.repeat(100);
    expect(compareWork(() => htmlToDocument(long), apart, 3)).toBeLessThanOrEqual(3);
    // An import brings thousands of posts: reading one costs a part of rendering it as Markdown.
    const markdown = toMarkdown(post);
    const typed = (): void => {
      for (let run = 0; run < 100; run++) renderMarkdown(markdown);
    };
    expect(compareWork(apart, typed, 0.6)).toBeLessThanOrEqual(0.6);
  });
});
