import { describe, expect, it } from "vitest";
import { loadTranslator } from "./load.ts";
import { directionOf, LANGUAGES, languageOf, LOCALES, localeOf } from "./locales.ts";
import { translatorOf } from "./translators.server.ts";

describe("localeOf", () => {
  it("finds the catalogue of a tag, by language when there is none of the region", () => {
    expect(localeOf("en")).toBe("en");
    expect(localeOf("en-GB")).toBe("en");
    expect(localeOf("de-AT")).toBe("de");
    expect(localeOf("ar")).toBe("ar");
    expect(localeOf("ar-SA")).toBe("ar");
    expect(localeOf("en-XA")).toBe("en-XA");
  });

  it("falls back to English", () => {
    expect(localeOf("fr-FR")).toBe("en");
    expect(localeOf("arn")).toBe("en");
    expect(localeOf("")).toBe("en");
  });
});

describe("languageOf", () => {
  it("knows what people may choose and nothing else", () => {
    expect(LANGUAGES.map(({ tag }) => languageOf(tag))).toEqual(["en", "de", "ar"]);
    const others = ["en-XA", "en-GB", "DE", "", "constructor", null, undefined, 1, ["de"]];
    expect(others.map(languageOf)).toEqual(others.map(() => null));
  });

  it("offers every catalogue but the pseudo-locale", () => {
    expect(LANGUAGES.map(({ tag }) => tag)).toEqual(LOCALES.filter((tag) => tag !== "en-XA"));
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
    expect([browser.catalogue, server.catalogue]).toEqual([locale, locale]);
  });

  it("differ from locale to locale", () => {
    const words = new Set(LOCALES.map((locale) => translatorOf(locale)("common.signIn")));
    expect(words.size).toBe(LOCALES.length);
  });
});
