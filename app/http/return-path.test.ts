import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

const HOSTILE = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\/evil.example",
  "/%2f%2fevil.example",
  "/%2F%2Fevil.example",
  "/%252f%252fevil.example",
  "/%5cevil.example",
  "/%255cevil.example",
  "https:evil.example",
  "https://evil.example",
  "https:/evil.example",
  "https:///evil.example",
  "HTTPS://evil.example",
  "http:evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "/javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "\t//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\nSet-Cookie: a=b",
  "/%0d%0aSet-Cookie:%20a=b",
  "/x%0aLocation:%20//evil.example",
  " //evil.example",
  "@evil.example",
  "https://here.invalid@evil.example",
  "/..//evil.example",
  "/./ /evil.example",
  "/.//evil.example",
  "/a/../..//evil.example",
  "/a/%2e%2e//evil.example",
  "evil.example",
  "https://evil\u3002example",
  "/\u2215/evil.example",
  "\uff0f\uff0fevil.example",
  "/\u0000/evil.example",
  "/%00",
  "/%",
  "?to=//evil.example",
  "#//evil.example",
  "/sign-in?to=/sign-in",
  "/sign-out",
  "",
  `/${"a".repeat(2_000)}`,
];

describe("returnPath", () => {
  it.each(HOSTILE)("sends %j home", (to) => {
    expect(returnPath(to)).toBe("/");
  });

  it.each([
    "/",
    "/ask",
    "/t/12/slow-wi-fi?post=3#post-3",
    "/t/12/%D9%85%D9%88%D8%AF%D9%85",
    "/search?q=https%3A%2F%2Fevil.example%2F%2F",
    "/settings/account",
    "/signs",
  ])("keeps %s", (to) => {
    expect(returnPath(to)).toBe(to);
  });

  it("has nothing to keep without a value", () => {
    expect(returnPath(null)).toBe("/");
  });
});
