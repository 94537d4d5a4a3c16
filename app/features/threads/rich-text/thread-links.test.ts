import { describe, expect, test } from "vitest";
import { documentToMarkdown } from "./document-to-markdown.ts";
import { markdownToDocument } from "./markdown-to-document.ts";
import { collectThreadLinks, readThreadAddress, settleThreadLinks } from "./thread-links.ts";

const BASE = "https://help.brand.example";
const titles = new Map([[7, "A *hub* that blinks"]]);
const settled = (markdown: string) =>
  documentToMarkdown(settleThreadLinks(markdownToDocument(markdown), { baseUrl: BASE, titles }));

test.each([
  [`${BASE}/t/7/a-hub`, 7],
  [`${BASE}/t/7`, 7],
  ["/t/7/a-hub?page=2#post-9", 7],
  ["/t/7/", 7],
  ["/t/07/a", null],
  ["/t/7/a/b", null],
  ["/t/seven", null],
  ["/tag/7", null],
  ["https://other.example/t/7/a-hub", null],
  [`${BASE}.evil.example/t/7/a-hub`, null],
  ["/t/99999999999999999999/x", null],
])("%s names the thread %s", (address, id) => {
  expect(readThreadAddress(address, BASE)?.id ?? null).toBe(id);
});

describe("a link to a thread", () => {
  test("by its bare address gets the title, within the site", () => {
    expect(settled(`See ${BASE}/t/7/a-hub#post-9 please`)).toBe(
      "See [A \\*hub\\* that blinks](/t/7/a-hub#post-9) please",
    );
    expect(settled(`**${BASE}/t/7**`)).toBe("[**A \\*hub\\* that blinks**](/t/7)");
  });

  test("keeps words that somebody gave it, and an address that is shown as code", () => {
    for (const kept of [
      `[my words](${BASE}/t/7/a-hub)`,
      `[\`/t/7\`](/t/7)`,
      `\`${BASE}/t/7/a-hub\``,
      `<https://other.example/t/7/a-hub>`,
      `<${BASE}/t/8/another>`,
    ]) {
      expect(settled(kept)).toBe(documentToMarkdown(markdownToDocument(kept)));
    }
  });

  test("is not named by another thread’s address", () => {
    const lie = `[${BASE}/t/8/x](${BASE}/t/7/a-hub)`;
    expect(settled(lie)).toBe(documentToMarkdown(markdownToDocument(lie)));
  });

  test("is looked up for the first fifty only", () => {
    const many = Array.from({ length: 80 }, (_, index) => `${BASE}/t/${index + 1}`).join(" ");
    expect(collectThreadLinks(markdownToDocument(many), BASE)).toHaveLength(50);
  });
});
