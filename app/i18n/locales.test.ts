import { describe, expect, it } from "vitest";
import { loadTranslator } from "./load.ts";
import { directionOf, LOCALES, localeOf } from "./locales.ts";
import { translatorOf } from "./translators.server.ts";

describe("localeOf", () => {
  it("finds the catalogue of a tag, by language when there is none of the region", () => {
    expect(localeOf("en")).toBe("en");
    expect(localeOf("en-GB")).toBe("en");
    expect(localeOf("ar")).toBe("ar");
    expect(localeOf("ar-SA")).toBe("ar");
    expect(localeOf("en-XA")).toBe("en-XA");
  });

  it("falls back to English", () => {
    expect(localeOf("de-DE")).toBe("en");
    expect(localeOf("arn")).toBe("en");
    expect(localeOf("")).toBe("en");
  });
});

describe("directionOf", () => {
  it("is right to left for the scripts that are, whatever the region", () => {
    expect(["ar", "ar-EG", "he", "fa-IR", "ur"].map(directionOf)).toEqual(Array(5).fill("rtl"));
    expect(["en", "en-XA", "de", "arn", ""].map(directionOf)).toEqual(Array(5).fill("ltr"));
  });
});

describe("translators", () => {
  it.each(LOCALES)("say the same for %s on the server and in the browser", async (locale) => {
    const server = translatorOf(locale);
    const browser = await loadTranslator(locale);
    expect(browser("common.signIn")).toBe(server("common.signIn"));
    expect(browser.locale).toBe(server.locale);
  });

  it("differ from locale to locale", () => {
    expect(new Set(LOCALES.map((locale) => translatorOf(locale)("common.signIn"))).size).toBe(3);
  });
});
