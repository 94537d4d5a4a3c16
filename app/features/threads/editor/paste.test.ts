import { describe, expect, test } from "vitest";
import { HOSTILE_PAYLOADS } from "../rich-text/hostile-payloads.ts";
import { documentToMarkdown } from "../rich-text/document-to-markdown.ts";
import { domToDocument } from "./dom-to-document.ts";
import { readAddress } from "./link-mark.ts";
import { parseHtml } from "./testing/parse-html.ts";
import { readPastedMarkdown } from "./plain-paste.ts";
import { CARET, startContent } from "./start-content.ts";
import { withoutStyles } from "./without-styles.ts";

const pasted = (html: string) => documentToMarkdown(domToDocument(parseHtml(withoutStyles(html))));

describe("pasted HTML", () => {
  test("from Word keeps its words, emphasis and lists only", () => {
    expect(
      pasted(
        "<html xmlns:o='urn:x'><head><meta charset=utf-8><style>p.MsoNormal{margin:0}</style><title>t</title></head><body lang=EN>" +
          "<!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto'><b><span style='font-family:\"Calibri\",sans-serif'>Bold</span></b><o:p></o:p></p>" +
          "<h1 style='color:red'>Head</h1><ul><li class=MsoListParagraph>one</li></ul>" +
          "<img src='file:///C:/Temp/a.png' alt='a picture'><script>x()</script><!--EndFragment--></body></html>",
      ),
    ).toBe("**Bold**\n\n**Head**\n\n- one\n\na picture");
  });

  test("from a web page loses scripts, forms, frames and scripted links", () => {
    expect(
      pasted(
        '<div class="x" onclick="y"><a href="javascript:z()">link</a> <a href="https://example.com/" target="_blank">site</a>' +
          "<button>press</button><iframe src=/a></iframe><svg><script>1</script></svg><input value=v></div>",
      ),
    ).toBe("link [site](https://example.com/)press");
  });

  test("has no style left before a browser reads it", () => {
    const html = withoutStyles(
      '<base href=//evil><style>a{}</style><p STYLE="a:b" class=\'c\'>style="kept"</p><a style=x href=y>',
    );
    expect(html).toBe("<p class='c'>style=\"kept\"</p><a href=y>");
  });

  test("never throws and never keeps what may not be stored", () => {
    for (const payload of HOSTILE_PAYLOADS) {
      expect(JSON.stringify(domToDocument(parseHtml(payload)))).not.toMatch(
        /"href":"(?:javascript|data)/i,
      );
    }
  });
});

describe("pasted text", () => {
  test.each([
    "# Head",
    "- a\n- b",
    "1. a",
    "> q",
    "```\nx\n```",
    "a **b** c",
    "`x`",
    "[a](/b)",
    "| a | b |\n|---|---|",
  ])("%j is Markdown", (text) => expect(readPastedMarkdown(text)).not.toBeNull());
  test.each([
    "plain words",
    "5 * 3 * 2",
    "snake_case_name",
    "-5 degrees",
    "a > b",
    "C# 9",
    "x - y",
  ])("%j is not", (text) => expect(readPastedMarkdown(text)).toBeNull());
});

describe("a text box’s text", () => {
  const caretAt = (markdown: string, caret: number) =>
    documentToMarkdown(startContent({ markdown, caret })).replace(CARET, "|");
  test("keeps the caret's place, spaces and the line begun", () => {
    expect(caretAt("ab **cd** e", 6)).toBe("ab **c|d** e");
    expect(caretAt("hello ", 6)).toBe("hello |");
    expect(caretAt("a\n\n", 3)).toBe("a\n\n|");
    expect(caretAt("", 0)).toBe("|");
  });
  test("loses only the caret where it stood in markup", () => {
    expect(caretAt("[a](https://example.com/x)", 10)).toBe("[a](https://example.com/x)");
    expect(caretAt("**a**", 1)).toBe("**a**");
  });
});

test("addresses are completed, scripts are none", () => {
  expect(readAddress(" example.com/a ")).toBe("https://example.com/a");
  expect(readAddress("ann@example.com")).toBe("mailto:ann@example.com");
  expect(readAddress("/t/1")).toBe("/t/1");
  for (const wrong of ["javascript:alert(1)", "word", "//evil.example", "data:text/html,x", ""]) {
    expect(readAddress(wrong), wrong).toBeNull();
  }
});
