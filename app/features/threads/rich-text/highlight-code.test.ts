import { describe, expect, test } from "vitest";
import { highlightCode } from "./highlight-code.ts";
import { HOSTILE_PAYLOADS } from "./hostile-payloads.ts";
import { renderDocument } from "./render-text.ts";

const code = (source: string, language: string | null) =>
  renderDocument({
    type: "doc",
    content: [
      { type: "codeBlock", attrs: { language }, content: [{ type: "text", text: source }] },
    ],
  }).html;

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("code", () => {
  test("is coloured when its language is known, also by another name of it", () => {
    expect(code("const a = 1", "js")).toBe(
      '<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">const</span> a = ' +
        '<span class="hljs-number">1</span></code></pre>',
    );
    expect(code("a <b>", "c++")).toContain("language-c++");
  });

  test("is left as it is without a language, with an unknown one, or when it is long", () => {
    expect(highlightCode("const a", null)).toBeNull();
    expect(highlightCode("const a", "no-such")).toBeNull();
    expect(highlightCode("const a;".repeat(2_501), "js")).toBeNull();
  });

  test.each(["js", "xml", "bash", "css", "markdown", "php", "sql", "diff"])(
    "in %s lets nothing through but its text and spans",
    (language) => {
      for (const payload of HOSTILE_PAYLOADS) {
        const html = code(payload, language);
        const inner = html.slice(html.indexOf("<code"), html.indexOf("</code>"));
        expect(inner.slice(inner.indexOf(">") + 1)).toMatch(
          /^(?:[^<>]|<span class="hljs-[a-z_-]+">|<\/span>)*$/,
        );
        expect(textOf(html)).toBe(payload);
      }
    },
  );
});
