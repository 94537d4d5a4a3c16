import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./locales.ts";
import { negotiateLanguage } from "./negotiate-language.ts";

const asked = (header: string | null) => negotiateLanguage(header, "en");

describe("negotiateLanguage", () => {
  it("gives the first language of ours that is asked for", () => {
    expect(asked("de")).toBe("de");
    expect(asked("ar,en")).toBe("ar");
    expect(asked("fr,nl,de,en")).toBe("de");
    expect(asked("DE")).toBe("de");
  });

  it("takes a region’s variant for its language", () => {
    expect(asked("de-AT")).toBe("de");
    expect(asked("ar-EG-u-nu-latn,en")).toBe("ar");
    expect(asked("de-CH-1901,fr")).toBe("de");
    expect(asked("den-CA,deu")).toBe("en");
  });

  it("weighs by q, and keeps the order of what weighs the same", () => {
    expect(asked("en;q=0.5,de;q=0.9,ar;q=0.7")).toBe("de");
    expect(asked("en;q=0.8,de;q=0.8")).toBe("en");
    expect(asked("de;q=0.8, en;q=0.8")).toBe("de");
    expect(asked("fr, en;q=0.3, de;q=0.301")).toBe("de");
    expect(asked("en;q=0.9,de;q=1.000")).toBe("de");
    expect(asked("en ; q = 0.1 , de ; q=0.2")).toBe("de");
  });

  it("gives nothing that is refused", () => {
    expect(asked("de;q=0,ar;q=0.1")).toBe("ar");
    expect(asked("de-AT;q=0,de")).toBe("de");
    expect(negotiateLanguage("de;q=0,de-AT", "ar")).toBe("ar");
  });

  it("takes the community’s own for *, or one that is not refused", () => {
    expect(negotiateLanguage("*", "ar")).toBe("ar");
    expect(negotiateLanguage("fr,*;q=0.5", "de")).toBe("de");
    expect(negotiateLanguage("*,en;q=0", "en")).toBe("de");
    expect(negotiateLanguage("*;q=0.1,de;q=0.2", "en")).toBe("de");
  });

  it("falls back to the community’s own", () => {
    const headers = [null, "", "fr", "fr-CA,nl;q=0.5", ",,,", ";q=1", "*;q=0", "en-XA-", "x"];
    for (const header of headers) {
      expect(negotiateLanguage(header, "ar"), header ?? "none").toBe("ar");
    }
  });

  it("passes over what is malformed and reads the rest", () => {
    for (const bad of [
      "de;q=",
      "de;q=2",
      "de;q=-1",
      "de;q=0.1234",
      "de;q=1;q=0",
      "de;x=1",
      "d e",
    ]) {
      expect(asked(`${bad},ar;q=0.1`), bad).toBe("ar");
    }
    expect(asked(`${"fr,".repeat(400)}de`)).toBe("en");
  });

  it("never throws, and gives one of ours whatever it is sent", () => {
    const tags = LANGUAGES.map(({ tag }) => tag);
    const part = fc
      .tuple(
        fc.oneof(fc.constantFrom("de", "ar", "en", "de-AT", "*", "fr", ""), fc.string()),
        fc.oneof(fc.constantFrom("", ";q=0", ";q=1", ";q=0.5", ";q=", ";"), fc.string()),
      )
      .map((pieces) => pieces.join(""));
    const header = fc.oneof(
      fc.string({ unit: "binary", maxLength: 2_000 }),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join(",")),
    );
    fc.assert(
      fc.property(header, fc.constantFrom(...tags), (text, own) => {
        expect(tags).toContain(negotiateLanguage(text, own));
      }),
      { numRuns: 1_000 },
    );
  });
});
