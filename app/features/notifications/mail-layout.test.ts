import { describe, expect, it } from "vitest";
import { DEFAULT_THEME } from "#app/features/communities/theme/theme-schema.ts";
import { layoutHtml, layoutText, type MailFrame } from "./mail-layout.ts";
import { splitLinks } from "./split-links.ts";

const HOSTILE = `</style></td><script>alert("1")</script>'&`;
const frame: MailFrame = {
  brandName: HOSTILE,
  baseUrl: "https://help.brand.example",
  locale: "ar",
  theme: { ...DEFAULT_THEME, brand: "#b00b69" },
  footer: HOSTILE,
};
const content = {
  heading: HOSTILE,
  paragraphs: [HOSTILE, "two\nlines"],
  quote: HOSTILE,
  action: { label: HOSTILE, href: `https://help.brand.example/verify?token=x&"><script>` },
  notes: [HOSTILE],
};

describe("layoutHtml", () => {
  it("escapes every value", () => {
    const html = layoutHtml(content, frame);
    expect(html).not.toContain("<script");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("two<br>lines");
    expect(html).toContain("token=x&#38;&#34;&#62;&#60;script&#62;");
  });

  it("wears the brand's colour in both schemes, and the locale's direction", () => {
    const html = layoutHtml(content, frame);
    expect(html).toContain("#b00b69");
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toContain("undefined");
  });
});

describe("layoutText", () => {
  it("holds the same words, the link on a line of its own", () => {
    const text = layoutText(
      { ...content, action: { label: "Go", href: "https://x.example/a" } },
      frame,
    );
    expect(text).toContain("Go:\nhttps://x.example/a\n");
    expect(text).toContain(`> ${HOSTILE}`);
    expect(text).toContain(frame.footer);
  });
});

describe("splitLinks", () => {
  it("sets addresses apart, and only web ones", () => {
    expect(splitLinks("Go:\nhttps://x.example/a?b=c\n\njavascript:alert(1) <b>")).toEqual([
      { text: "Go:\n" },
      { text: "https://x.example/a?b=c", href: "https://x.example/a?b=c" },
      { text: "\n\njavascript:alert(1) <b>" },
    ]);
  });
});
