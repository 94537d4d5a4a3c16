import { describe, expect, it } from "vitest";
import { compareWork } from "#db/testing/compare-work.ts";
import { deviceWords } from "./device-words.ts";
import { checkName } from "./display-name.ts";
import { mailboxOf, parseEmail } from "./email-address.ts";
import { strictLooksOf } from "./look-alikes.ts";
import { hasControls, tidyLine } from "./one-line-text.ts";
import { passwordProblem } from "./password-rules.ts";

describe("tidyLine", () => {
  it.each([
    ["  Ann \t\n Lee ", "Ann Lee"],
    ["Ann\r\nBcc: x@example.com", "Ann Bcc: x@example.com"],
    ["a\u202Ebc\u2066d\u200F", "abcd"],
    ["e\u0301", "é"],
    [`Z${"\u0300".repeat(200)}`, "Z\u0300\u0300"],
    ["soft\u00ADhyphen\u200B\uFEFF", "softhyphen"],
    ["👨‍👩‍👧 Lee", "👨‍👩‍👧 Lee"],
    ["\uD800x", "\uFFFDx"],
  ])("%j becomes %j", (typed, kept) => {
    expect(tidyLine(typed)).toBe(kept);
  });

  it("knows controls from white space", () => {
    expect(hasControls("a\u0000b")).toBe(true);
    expect(hasControls("a\u001bb")).toBe(true);
    expect(hasControls("a\tb\nc\u00A0ق")).toBe(false);
  });
});

describe("checkName", () => {
  it.each(["Ann Lee", "ليلى", "﷽ Amal", "O’Neill", "ann", "7", "🙂"])("takes %s", (typed) => {
    expect(checkName(typed, "Larkfield")).toEqual({ name: typed });
  });
  it.each([
    ["", "error.required"],
    ["\u200B\u202E", "error.required"],
    ["...", "account.nameShape"],
    ["nul\u0000", "account.nameShape"],
    ["x".repeat(61), "error.tooLong"],
    ["Larkfield", "account.nameReserved"],
    ["Lаrkfield", "account.nameReserved"],
    ["Admin", "account.nameReserved"],
  ])("refuses %j: %s", (typed, key) => {
    expect(checkName(typed, "Larkfield")).toMatchObject({ problem: { key } });
  });
});

describe("parseEmail", () => {
  it("keeps what was typed and folds the key", () => {
    expect(parseEmail(" Ann.Lee@Example.COM ")).toEqual({
      email: "Ann.Lee@example.com",
      key: "ann.lee@example.com",
    });
    expect(parseEmail("ann@bücher.example")?.key).toBe("ann@xn--bcher-kva.example");
  });
  it.each([
    "",
    "ann",
    "@example.com",
    "ann@",
    "ann@localhost",
    "ann@127.0.0.1",
    "ann@example.com:25",
    "ann@example.com/x",
    "ann@ex ample.com",
    "ann@example.com\r\nBcc: b@example.com",
    '"x" <a@b.example>',
    "a,b@example.com",
    "a@b@example.com",
    "аnn@example.com",
    "ann\u0000@example.com",
    ".ann@example.com",
    `${"a".repeat(65)}@example.com`,
    `ann@${"a.".repeat(130)}com`,
  ])("refuses %j", (typed) => {
    expect(parseEmail(typed)).toBeNull();
  });
  it("counts one mailbox for its sub-addresses", () => {
    expect(mailboxOf("Ann+1@Example.com")).toBe("ann@example.com");
    expect(mailboxOf("ann@example.com")).toBe("ann@example.com");
  });
});

describe("passwordProblem", () => {
  const known = ["ann@example.com", "ann.lee.long", "Ann Lee Long"];
  it.each(["correct horse", "porchlight-demo", "żółta łódka 7", "9f2k3l4m5n"])(
    "takes %s",
    (password) => {
      expect(passwordProblem(password, known)).toBeNull();
    },
  );
  it.each([
    ["", "error.required"],
    ["short", "account.passwordShort"],
    ["🙂".repeat(9), "account.passwordShort"],
    ["x".repeat(201), "error.tooLong"],
    ["Password123", "account.passwordCommon"],
    ["aaaaaaaaaaaa", "account.passwordCommon"],
    ["abcabcabcabc", "account.passwordCommon"],
    ["abcdefghijklm", "account.passwordCommon"],
    ["ANN@example.com", "account.passwordIsYou"],
    ["ann.lee.long", "account.passwordIsYou"],
  ])("refuses %s: %s", (password, key) => {
    expect(passwordProblem(password, known)?.key).toBe(key);
  });
});

describe("strictLooksOf", () => {
  it("takes names apart that only look like another", () => {
    const [dan] = strictLooksOf("Dan Okafor");
    for (const twin of ["dan okafor", "Dаn Okafоr", "DAN 0KAFOR", "dan_okafor", "Dàn Okafor"]) {
      expect(strictLooksOf(twin)).toContain(dan);
    }
    expect(strictLooksOf("Dana Okafor")).not.toContain(dan);
  });
  it("takes little more for a long hostile text than for names of its length", () => {
    const hostile = "rn\u0301vv ".repeat(8_000);
    const names = "Dan Okafor ".repeat(hostile.length / 11);
    const looks = (text: string) => () => strictLooksOf(text);
    expect(compareWork(looks(hostile), looks(names), 4)).toBeLessThanOrEqual(4);
  });
});

describe("deviceWords", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      "Edge",
      "Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari",
      "iPhone",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
    ["curl/8.5.0", null, null],
    ["<script>", null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(deviceWords(userAgent)).toEqual({ browser, system });
  });
});
