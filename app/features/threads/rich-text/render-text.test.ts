import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWork } from "#db/testing/compare-work.ts";
import { InvalidDocumentError } from "./check-document.ts";
import { diffText } from "./diff-text.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { excerpt } from "./document-to-text.ts";
import { links, renderMarkdown } from "./render-text.ts";

describe("renderMarkdown", () => {
  test.each([
    ["one\ntwo", "<p>one<br />two</p>"],
    ["# A *b* **c**", "<p><strong>A <em>b</em> c</strong></p>"],
    ['<b>x</b> & "y"', '<p>&lt;b&gt;x&lt;/b&gt; &amp; "y"</p>'],
    ["~~a~~ `b<c`", "<p><s>a</s> <code>b&lt;c</code></p>"],
    ["- a\n- b\n  1. c", "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>"],
    ["3. a\n\n   b", '<ol start="3"><li><p>a</p><p>b</p></li></ol>'],
    ["> a", "<blockquote><p>a</p></blockquote>"],
    ["```TS\na<b\n```", '<pre tabindex="0"><code class="language-ts">a&lt;b</code></pre>'],
    ["    a", '<pre tabindex="0"><code>a</code></pre>'],
    ["a\n\n---\n\nb", "<p>a</p><hr /><p>b</p>"],
    ["[a](/t/1)", '<p><a href="/t/1">a</a></p>'],
    [
      "[a][r]\n\n[r]: https://e.org/x",
      '<p><a href="https://e.org/x" rel="nofollow ugc noopener">a</a></p>',
    ],
    [
      "see https://e.org/x.",
      '<p>see <a href="https://e.org/x" rel="nofollow ugc noopener">https://e.org/x</a>.</p>',
    ],
    ["readme.md a@b.example", "<p>readme.md a@b.example</p>"],
    ["![a](/m/a.png)", '<p><img src="/m/a.png" alt="a" loading="lazy" /></p>'],
    [
      "[![](https://e.org/d/a.png?x)](/t)",
      '<p><a class="pl-image-link" href="https://e.org/d/a.png?x" rel="nofollow ugc noopener">a.png</a></p>',
    ],
    ["[a](javascript:x) ![b](x.png)", "<p>[a](javascript:x) ![b](x.png)</p>"],
    [
      "| a |\n| - |\n| b<br>\\<br> |",
      '<div class="pl-table" tabindex="0"><table><thead><tr><th scope="col">a</th></tr></thead>' +
        "<tbody><tr><td>b<br />&lt;br&gt;</td></tr></tbody></table></div>",
    ],
    ["", "<p></p>"],
    ["a\0b", "<p>ab</p>"],
  ])("%j", (source, html) => {
    expect(renderMarkdown(source).html).toBe(html);
  });

  test("plain text keeps the words and their blocks", () => {
    const { text } = renderMarkdown(
      "# A\nb **c**\n\n- d\n- e\n\n| f | g |\n|-|-|\n| h | ![i](/i) |",
    );
    expect(text).toBe("A\n\nb c\n\nd\ne\n\nf\tg\nh\ti");
  });

  test("links lists where a text leads to, once each", () => {
    const { document } = renderMarkdown("[a](/a) [b](/a) ![c](https://e.org/c)\n\n> https://e.org");
    expect(links(document)).toEqual(["/a", "https://e.org/c", "https://e.org"]);
  });

  test("what looks like markup is text again after an edit", () => {
    const typed = "\\# a\n1\\. b\n\\- c\n\\> d \\*e\\* snake_case a * b 5 > 3";
    const { document, html } = renderMarkdown(typed);
    expect(html).toBe("<p># a<br />1. b<br />- c<br />&gt; d *e* snake_case a * b 5 &gt; 3</p>");
    expect(documentToMarkdown(document)).toBe(typed);
  });

  test("an address is shown in the textarea as it was typed", () => {
    const source = "see https://e.org/a_b?c=d\n[a](https://e.org/x)";
    expect(documentToMarkdown(renderMarkdown(source).document)).toBe(source);
  });

  test("a text that is too large is refused with the name of the limit", () => {
    const refusal = (source: string): string => {
      try {
        renderMarkdown(source);
      } catch (error) {
        if (error instanceof InvalidDocumentError) return error.code;
      }
      return "accepted";
    };
    expect(refusal("a".repeat(50_001))).toBe("text_too_long");
    expect(refusal("a".repeat(1_000_000))).toBe("text_too_long");
    expect(refusal("-\n".repeat(25_000))).toBe("too_many_nodes");
    expect(refusal("> ".repeat(20_000))).toBe("accepted");
    expect(refusal("\n".repeat(100_000))).toBe("accepted");
  });
});

const ORDINARY = (
  "My router **drops** the line each evening, see [this](https://e.org/a) and `ping`.\n\n" +
  "- restarted it\n- changed the cable\n\n"
)
  .repeat(500)
  .slice(0, 50_000);
const renderOrdinary = (): unknown => renderMarkdown(ORDINARY);

describe("50 KB of hostile Markdown", () => {
  const seeds = [
    ..."> ,- ,* ,[,![,],[a](,*,**,*a ,_a_,a**b,***a,`,~~,<,\\,&,&#1;,|a,\t,é,1. ,> - ".split(","),
    ..."-\n,- a\n,# a\n,| a | b |\n,[a]: b\n,[a]: https://b\n[a]\n,```\n,a\n===\n,a\n".split(","),
    ..."http://,http://a ,http://a.b/?,http://é.b/?,http://a((".split(","),
  ];
  const sources = seeds.map((seed) => [seed, seed.repeat(50_000 / seed.length)] as const);

  test.each([
    ...sources,
    ["ticks", Array.from({ length: 310 }, (_, count) => "`".repeat(count)).join(" ")] as const,
    ["brackets", "[".repeat(25_000) + "](".repeat(12_000)] as const,
    [
      "indents",
      Array.from({ length: 220 }, (_, level) => `${" ".repeat(2 * level)}- a`).join("\n"),
    ] as const,
  ])("%j takes little more than ordinary text", (_seed, source) => {
    const renderHostile = (): void => {
      try {
        renderMarkdown(source);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidDocumentError);
      }
    };
    // Up to 4.3 once the parser has run hot; what grows faster than the text takes a hundred times.
    expect(compareWork(renderHostile, renderOrdinary, 8)).toBeLessThanOrEqual(8);
  });
});

describe("excerpt", () => {
  test.each([
    ["  a \n\n b\t", 10, "a b"],
    ["one two three four", 10, "one two…"],
    ["abcdefghijklmnop", 6, "abcde…"],
    ["", 5, ""],
    ["ab 👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 16, "ab 👨‍👩‍👧‍👦…"],
    ["🇫🇷🇩🇪", 6, "🇫🇷…"],
    ["e\u0301e\u0301e\u0301", 4, "e\u0301…"],
    ["ﷺ ﷽", 2, "ﷺ…"],
  ])("%j in %i", (text, max, cut) => {
    expect(excerpt(text, max)).toBe(cut);
  });

  test("never longer than asked, never half a character, always a beginning", () => {
    const unit = fc.constantFrom("a", " ", "😀", "👨‍👩‍👧‍👦", "e\u0301", "🇫🇷", "文", "\n");
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }),
        fc.integer({ min: 1, max: 80 }),
        (units, max) => {
          const line = units.join("").replace(/\s+/g, " ").trim();
          const cut = excerpt(units.join(""), max);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut).not.toMatch(/\p{Surrogate}/u);
          const kept = cut.replace(/…$/, "");
          expect(line.startsWith(kept)).toBe(true);
          const graphemes = [...new Intl.Segmenter().segment(line)].map((part) => part.index);
          expect([...graphemes, line.length]).toContain(kept.length);
        },
      ),
    );
  });

  test("a long text costs little", () => {
    expect(excerpt(`a${"\u0301".repeat(50_000)}`, 100).length).toBeLessThanOrEqual(100);
  });
});

describe("diffText", () => {
  test("shows words", () => {
    expect(diffText("the red fox", "the blue fox")).toEqual([
      { kind: "same", text: "the " },
      { kind: "removed", text: "red" },
      { kind: "added", text: "blue" },
      { kind: "same", text: " fox" },
    ]);
    expect(diffText("a", "a")).toEqual([{ kind: "same", text: "a" }]);
    expect(diffText("", "")).toEqual([]);
  });

  test("both texts can be read from it", () => {
    const text = fc.array(fc.constantFrom("a", "b", "文", " ", "\n", ".", "😀"), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const [before, after] = [first.join(""), second.join("")];
        const segments = diffText(before, after);
        const join = (kind: string): string =>
          segments
            .flatMap((part) => (part.kind === "same" || part.kind === kind ? part.text : []))
            .join("");
        expect(join("removed")).toBe(before);
        expect(join("added")).toBe(after);
      }),
    );
  });

  test.each([
    [
      "unlike words",
      (index: number) => `w${(index * 7) % 977} `,
      (index: number) => `w${(index * 11) % 977} `,
    ],
    ["unlike lines", (index: number) => `a${index}\n`, (index: number) => `b${index}\n`],
    ["like lines", () => "a\n", (index: number) => (index % 2 ? "a\n" : "b\n")],
  ])("50 KB of %s take little more than writing them", (_name, first, second) => {
    const make = (part: (index: number) => string): string =>
      Array.from({ length: 12_000 }, (_, index) => part(index))
        .join("")
        .slice(0, 50_000);
    const [before, after] = [make(first), make(second)];
    expect(diffText(before, after).length).toBeGreaterThan(0);
    const compare = (): unknown => diffText(before, after);
    expect(compareWork(compare, renderOrdinary, 4)).toBeLessThanOrEqual(4);
  });
});
