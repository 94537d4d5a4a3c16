import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_ALT_LENGTH, readAlt } from "./alt-text.ts";
import { checkDocument } from "./check-document.ts";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { documentToText } from "./document-to-text.ts";
import { readFileAddress } from "./file-address.ts";
import { htmlToDocument } from "./html-to-document.ts";
import { markdownToDocument } from "./markdown-to-document.ts";
import { renderDocument } from "./render-text.ts";
import { safeImageSource } from "./safe-address.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";
import { uploadIdsOf } from "./upload-ids.ts";
import { documentToHtml } from "./document-to-html.ts";

const ID = "Ab3_-567890123456789x";
const OTHER = "zzzzzzzzzzzzzzzzzzzzzzzz";
const PICTURE = `/files/${ID}-1600x1200/router.jpg`;
const FILE = `/files/${OTHER}/log.txt`;

function picture(src: string, alt: string | null = "the router", marks?: NodeJson["marks"]) {
  const image: NodeJson = { type: "image", attrs: { src, alt }, ...(marks ? { marks } : {}) };
  const document = { type: "doc", content: [{ type: "paragraph", content: [image] }] };
  return document as DocumentJson;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("an address of an upload", () => {
  test("names a picture with its size, or an attachment", () => {
    expect(readFileAddress(PICTURE)).toEqual({
      id: ID,
      name: "router.jpg",
      size: { width: 1600, height: 1200 },
    });
    expect(readFileAddress(FILE)).toEqual({ id: OTHER, name: "log.txt", size: null });
  });

  test.each([
    "/files/short/a.txt",
    `/files/${ID}`,
    `/files/${ID}-10x10`,
    `/files/${ID}-10x10/`,
    `/files/${ID}-10x10/a/b`,
    `https://example.org/files/${ID}-10x10/a.png`,
    `/other/${ID}-10x10/a.png`,
    `/files/${"a".repeat(60)}/a.png`,
  ])("%s is none", (address) => expect(readFileAddress(address)).toBeNull());

  test("is stored whole, whichever size was shown", () => {
    expect(safeImageSource(`${PICTURE}?w=480#x`)).toBe(PICTURE);
    expect(safeImageSource(PICTURE)).toBe(PICTURE);
  });
});

describe("a picture in a document", () => {
  test("comes out with its sizes and its room, and leads to itself in full", () => {
    expect(renderDocument(picture(PICTURE)).html).toBe(
      `<p><a class="pl-picture" href="${PICTURE}"><img src="${PICTURE}?w=960" ` +
        `srcset="${PICTURE}?w=480 480w, ${PICTURE}?w=960 960w, ${PICTURE} 1600w" ` +
        `sizes="(max-width: 720px) 100vw, 720px" width="720" height="540" ` +
        `alt="the router" loading="lazy" decoding="async" /></a></p>`,
    );
  });

  test("is never larger than it is, and fits a page when it is tall", () => {
    const small = renderDocument(picture(`/files/${ID}-40x30/a.png`)).html;
    expect(small).toContain('width="40" height="30"');
    expect(small).not.toContain("srcset");
    const tall = renderDocument(picture(`/files/${ID}-1170x2532/a.png`)).html;
    expect(tall).toContain('width="259" height="560"');
    const wide = renderDocument(picture(`/files/${ID}-4000x100/a.png`)).html;
    expect(wide).toContain("?w=1920 1920w");
    expect(wide).not.toContain("4000w");
  });

  test("keeps the link that was set on it, and is named by its file without words", () => {
    const link = [{ type: "link", attrs: { href: "https://example.org/" } }];
    const linked = renderDocument(picture(PICTURE, "a", link)).html;
    expect(linked.match(/<a /g)).toHaveLength(1);
    expect(linked).toContain('<a href="https://example.org/"');
    expect(renderDocument(picture(PICTURE, null)).html).toContain('aria-label="router.jpg"');
  });

  test("the second layer leaves all of it", () => {
    for (const document of [
      picture(PICTURE),
      picture(PICTURE, null),
      picture(`/files/${ID}-9x9/%22%3Cb%3E.png`, '"><script>'),
    ]) {
      expect(renderDocument(document).html).toBe(documentToHtml(document));
    }
  });

  test("is a picture with its words in plain text", () => {
    expect(documentToText(picture(PICTURE))).toBe("[picture: the router]");
    expect(documentToText(picture(PICTURE, null))).toBe("[picture]");
    expect(documentToText(picture("https://example.org/a.png", "words"))).toBe("words");
  });

  test("of a foreign page or a data address is not loaded", () => {
    const { html } = renderDocument(
      htmlToDocument(
        '<img src="https://tracker.example/a.png" alt="a"><img src="data:image/png;base64,AAAA" alt="b">',
      ).document,
    );
    expect(html).not.toContain("<img");
    expect(html).toContain('href="https://tracker.example/a.png"');
  });

  test("comes back from the page's HTML and from Markdown as it was", () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 1, max: 99999 }));
    const alt = fc.array(
      fc.oneof(
        fc.constantFrom("a", "]", "(", "*", "`", "<b>", '"', "&amp;", "|", " ", "\n", "![x](/y)"),
        fc.string({ unit: "binary", maxLength: 4 }),
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(size, alt, ([width, height], words) => {
        const document = checkDocument(
          picture(`/files/${ID}-${width}x${height}/a%20b.png`, words.join("")),
        );
        const { html } = renderDocument(document);
        expect(plain(htmlToDocument(html).document)).toEqual(plain(document));
        const markdown = documentToMarkdown(document);
        expect(plain(markdownToDocument(markdown))).toEqual(plain(document));
        expect(plain(checkDocument(plain(document)))).toEqual(plain(document));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the words of a picture", () => {
  test("are one line of at most five hundred characters, wherever they come from", () => {
    const long = `${"é ".repeat(400)}😀`;
    const cut = readAlt(long)!;
    expect(cut.length).toBeLessThanOrEqual(MAX_ALT_LENGTH);
    const documents = [
      checkDocument(picture(PICTURE, long)),
      markdownToDocument(`![${long}](${PICTURE})`),
      htmlToDocument(`<img src="${PICTURE}" alt="${long}">`).document,
    ];
    for (const document of documents) {
      expect(document.content![0]!.content![0]!.attrs!["alt"]).toBe(cut);
    }
  });

  test("are never cut within a character", () => {
    const cut = readAlt(`${"a".repeat(MAX_ALT_LENGTH - 1)}😀`);
    expect(cut).toBe("a".repeat(MAX_ALT_LENGTH - 1));
    expect(readAlt(" \n ")).toBeNull();
  });
});

test("the uploads of a document are those it shows and those it links to", () => {
  const document = markdownToDocument(
    `![a](${PICTURE}?w=480) [log.txt](${FILE})\n\n> - **[again](${FILE})** [x](/files/none/a) [y](https://example.org${FILE})\n\n\`${PICTURE}\``,
  );
  expect(uploadIdsOf(document)).toEqual([ID, OTHER]);
  expect(uploadIdsOf(markdownToDocument("none"))).toEqual([]);
});
