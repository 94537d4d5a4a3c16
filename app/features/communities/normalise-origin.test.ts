import { describe, expect, it } from "vitest";
import { normaliseOrigin } from "./normalise-origin.ts";

describe("normaliseOrigin", () => {
  it.each([
    ["https://www.brand.example", "https://www.brand.example"],
    [" HTTPS://WWW.Brand.Example/ ", "https://www.brand.example"],
    ["https://brand.example:443", "https://brand.example"],
    ["https://brand.example:8443/", "https://brand.example:8443"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://app.localhost", "http://app.localhost"],
    ["http://127.0.0.1:80", "http://127.0.0.1"],
    ["http://[::1]:5173", "http://[::1]:5173"],
  ])("takes %s", (given, origin) => {
    expect(normaliseOrigin(given)).toEqual({ origin });
  });

  it.each([
    ["", "words.originUnreadable"],
    ["null", "words.originUnreadable"],
    ["brand.example", "words.originUnreadable"],
    ["ftp://brand.example", "words.originUnreadable"],
    ["javascript:alert(1)", "words.originUnreadable"],
    ["file:///etc", "words.originUnreadable"],
    ["https://", "words.originUnreadable"],
    ["https://brand.example\\@evil.example", "words.originUnreadable"],
    ["https://brand.exa\nmple", "words.originUnreadable"],
    [`https://${"a".repeat(400)}.example`, "words.originUnreadable"],
    ["https://brand.example/path", "words.originPath"],
    ["https://brand.example?x", "words.originPath"],
    ["https://brand.example/#x", "words.originPath"],
    ["https://me:pw@brand.example", "words.originPath"],
    ["https://@brand.example", "words.originPath"],
    ["http://brand.example", "words.originInsecure"],
    ["http://localhost.evil.example", "words.originInsecure"],
    ["http://127.0.0.1.evil.example", "words.originInsecure"],
    ["*", "words.originWildcard"],
    ["https://*.brand.example", "words.originWildcard"],
    ["https://brand.example.", "words.originDot"],
  ])("refuses %j", (given, problem) => {
    expect(normaliseOrigin(given)).toEqual({ problem });
  });
});
