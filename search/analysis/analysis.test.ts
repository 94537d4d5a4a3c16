import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect-language.ts";
import { fold } from "./fold.ts";
import {
  isCorrectable,
  mistakesAllowed,
  mistakesBetween,
  mistakesFor,
  nearHashes,
  typedHashes,
} from "./near-words.ts";
import { splitWords } from "./split-words.ts";

const words = (text: string): string[] => splitWords(text).map(({ text: word }) => word);

describe("splitting text into words", () => {
  it("writes model numbers one way", () => {
    const hub = ["hub", "3", "hub3"];
    for (const text of ["Hub-3", "hub3", "HUB 3", "Hub_3"]) expect(words(text)).toEqual(hub);
    expect(words("WH-1000XM4")).toContain("wh1000xm4");
    expect(words("5 GHz")).toContain("5ghz");
    expect(words("5GHz")).toContain("5ghz");
  });

  it("keeps parts and the whole of codes", () => {
    expect(words("ERR_CONNECTION_RESET")).toEqual([
      "err",
      "connection",
      "reset",
      "errconnectionreset",
    ]);
    expect(words("C++ and C#")).toEqual(["c++", "and", "c#"]);
  });

  it("does not join over a full stop", () => {
    expect(words("the hub. 3 lamps")).not.toContain("hub3");
  });

  it("gives pairs of characters where there are no spaces", () => {
    expect(words("再起動")).toEqual(["再起", "起動"]);
    expect(words("셋톱 박스")).toEqual(["셋톱", "박스"]);
  });

  it("folds accents, cases and forms of letters", () => {
    expect(fold("Ärger im CAFÉ, ﬁne Straße")).toBe("arger im cafe, fine strasse");
    expect(fold("أهلاً")).toBe(fold("اهلا"));
    // The mark of a kana makes another letter of it.
    expect(fold("が")).not.toBe(fold("か"));
  });
});

describe("near words", () => {
  it("counts mistakes, a swap as one", () => {
    expect(mistakesBetween("router", "ruoter", 2)).toBe(1);
    expect(mistakesBetween("voicemail", "voicemial", 2)).toBe(1);
    expect(mistakesBetween("abc", "xyz", 2)).toBe(3);
    expect(mistakesBetween("same", "same", 2)).toBe(0);
  });

  it("shares a hash between words within the allowed mistakes", () => {
    for (const [typed, meant] of [
      ["ruoter", "router"],
      ["facotry", "factory"],
      ["swizterlnd", "switzerland"],
      ["maintainance", "maintenance"],
    ] as const) {
      const near = new Set(nearHashes(meant));
      expect(
        nearHashes(typed).some((hash) => near.has(hash)),
        typed,
      ).toBe(true);
    }
    expect(mistakesAllowed("hub")).toBe(0);
    expect(nearHashes("hub")).toEqual([]);
  });

  it("takes three letters for a word of four that lost one, and begins alike", () => {
    expect(isCorrectable("wfi")).toBe(true);
    for (const typed of ["wi", "5gh", "h3b"]) expect(isCorrectable(typed), typed).toBe(false);
    expect(mistakesFor("wfi", "wifi")).toBe(1);
    for (const meant of ["fibre", "wip", "sofa", "hifi"]) {
      expect(mistakesFor("wfi", meant), meant).toBe(0);
    }
    expect(nearHashes("wifi")).toEqual(expect.arrayContaining(typedHashes("wfi")));
  });
});

describe("the language of a text", () => {
  it("is told by its script or its small words", () => {
    expect(detectLanguage("Wie kann ich die Rechnung ändern?", "en")).toBe("de");
    expect(detectLanguage("How do I change the bill?", "de")).toBe("en");
    expect(detectLanguage("ルーターが再起動する", "en")).toBe("ja");
    expect(detectLanguage("Скорость падает", "en")).toBe("ru");
  });

  it("is the community's where a text doesn't say", () => {
    expect(detectLanguage("Hub 3 Firmware 7.21", "de")).toBe("de");
    expect(detectLanguage("", "fr")).toBe("fr");
  });
});
