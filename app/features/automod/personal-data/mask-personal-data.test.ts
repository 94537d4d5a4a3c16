import { describe, expect, test } from "vitest";
import { checkDocument } from "#app/features/threads/rich-text/check-document.ts";
import { renderDocument, renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import { findPersonalData } from "./find-personal-data.ts";
import { maskDocument } from "./mask-document.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import type { MaskWords } from "./mask-personal-data.ts";

const WORDS: MaskWords = {
  email: "[mail]",
  phone: "[phone]",
  card: "[card]",
  account: "[account]",
  national_id: "[id]",
  address: "[address]",
};

function maskText(text: string): string {
  return maskPersonalData(text, findPersonalData(text), WORDS);
}

/** The masked document, checked as one that is stored, and its text. */
function mask(markdown: string): { document: DocumentJson; text: string; html: string } {
  const { document, text } = renderMarkdown(markdown);
  const spans = findPersonalData(text);
  return renderDocument(checkDocument(maskDocument(document, { text, spans, words: WORDS })));
}

describe("in a text", () => {
  test("nothing of a number stays, everything else does", () => {
    expect(maskText("Call (212) 555-0142 or ann@example.com, thanks")).toBe(
      "Call [phone] or [mail], thanks",
    );
    expect(maskText("zero\u200bwidth +49 171\u200b 3920\u200b034 😀 end")).toBe(
      "zero\u200bwidth [phone] 😀 end",
    );
    expect(maskText("nothing here")).toBe("nothing here");
  });
});

describe("in a document", () => {
  test("across marks, with the rest as it was", () => {
    const { text, html } = mask("Before **(212)** *555*-0142 after **bold**");
    expect(text).toBe("Before [phone] after bold");
    expect(html).toContain("<strong>bold</strong>");
  });

  test("an address over lines and paragraphs", () => {
    expect(mask("To\n\nMusterstraße 12\\\n12345 Musterstadt\n\nthanks").text).toBe(
      "To\n\n[address]\n\nthanks",
    );
    expect(mask("A\n\nMusterstraße 12\n\n12345 Musterstadt").text).toBe("A\n\n[address]");
  });

  test("in lists, tables, quotes, code and alternative texts", () => {
    const { text, html } = mask(
      [
        "- one ann@example.com",
        "- two",
        "",
        "| a | b |",
        "| - | - |",
        "| x | 4111 1111 1111 1111 |",
        "",
        "> said bob@example.com",
        "",
        "```",
        "DE89 3704 0044 0532 0130 00",
        "```",
        "",
        "![of carl@example.com](https://example.org/a.png) and ![](https://example.org/b.png)",
      ].join("\n"),
    );
    expect(text).toContain("one [mail]");
    expect(text).toContain("x\t[card]");
    expect(text).toContain("said [mail]");
    expect(text).toContain("[account]");
    expect(text).toContain("of [mail]");
    expect(html).not.toMatch(/ann@|4111|bob@|3704|carl@/);
  });

  test("links carry nothing of it either", () => {
    const { html } = mask(
      "[ann@example.com](mailto:ann@example.com) [write me](mailto:bob@example.com) [shop](https://shop.example/)",
    );
    expect(html).not.toMatch(/ann@|bob@/);
    expect(html).toContain("write me");
    expect(html).toContain('href="https://shop.example/"');
  });

  test("a text of another document is refused", () => {
    const { document } = renderMarkdown("one");
    const call = () => maskDocument(document, { text: "two", spans: [], words: WORDS });
    expect(call).toThrow("not that of the document");
  });
});
