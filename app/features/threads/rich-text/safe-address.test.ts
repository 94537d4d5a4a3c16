import fc from "fast-check";
import { expect, test } from "vitest";
import { safeHref, safeImageSource } from "./safe-address.ts";

test.each([
  ["https://example.org", "https://example.org"],
  ["HTTP://example.org/A?b=(c)#d", "http://example.org/A?b=(c)#d"],
  [" https://example.org/a b ", "https://example.org/a%20b"],
  ["https://example.org/ä\"<>'`|", "https://example.org/%C3%A4%22%3C%3E'%60%7C"],
  ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ["ht\ttps://example.org/a\u0001b", "https://example.org/ab"],
  ["mailto:someone@example.org", "mailto:someone@example.org"],
  ["/t/a-thread?page=2#p3", "/t/a-thread?page=2#p3"],
])("%s may be stored as %s", (raw, stored) => {
  expect(safeHref(raw)).toBe(stored);
});

test.each([
  "",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "ftp://example.org",
  "//example.org",
  "///example.org",
  "/\\example.org",
  "/\t/example.org",
  "/.//example.org",
  "/a/..//example.org",
  "\\\\example.org",
  "https:example.org",
  "https:///",
  "http://[",
  "#anchor",
  "relative/path",
  "mailto:",
  "mailto:nobody",
  `https://example.org/${"a".repeat(7_000)}`,
])("%j may not be stored", (raw) => {
  expect(safeHref(raw)).toBeNull();
});

test("an image has no mailto: address", () => {
  expect(safeImageSource("mailto:someone@example.org")).toBeNull();
  expect(safeImageSource("/media/a.png")).toBe("/media/a.png");
});

test("a stored address is stored the same again, and a browser stays on the site with a path", () => {
  const part = fc.oneof(
    fc.constantFrom("/", "\\", ".", "..", ":", "\t", "@", "?", "#", "%2f"),
    fc.string(),
  );
  const start = fc.constantFrom("/", "https://", "http://a.example/", "mailto:a@b", "");
  fc.assert(
    fc.property(start, fc.array(part, { maxLength: 6 }), (first, rest) => {
      const stored = safeHref(first + rest.join(""));
      if (stored === null) return;
      expect(safeHref(stored)).toBe(stored);
      expect(stored).not.toMatch(/[\s<>"`]/);
      const url = new URL(stored, "https://site.example");
      expect(["https:", "http:", "mailto:"]).toContain(url.protocol);
      if (stored.startsWith("/")) expect(url.host).toBe("site.example");
    }),
    { numRuns: 3_000 },
  );
});
