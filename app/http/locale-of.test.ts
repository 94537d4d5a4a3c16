import { describe, expect, it } from "vitest";
import type { Actor } from "#app/lib/ctx.ts";
import { TEST_ENV } from "#db/testing/clone.ts";
import { languageCookie, readLanguageCookie } from "./language-cookie.server.ts";
import { guestLocale, pageLocale } from "./locale-of.server.ts";

Object.assign(process.env, TEST_ENV, { DATABASE_URL: "postgres://localhost/unused" });

const FIXED = { locale: "en", localeOpen: false };
const OPEN = { locale: "en", localeOpen: true };

const german = new Headers({ "accept-language": "de-DE,de;q=0.9,en;q=0.8" });
const arabicChosen = new Headers({
  "accept-language": "de-DE",
  cookie: "other=1; porchlight-language=ar",
});

function member(locale: string | null): Actor {
  const named = { handle: "anna", name: "Anna", role: "member", verified: true } as const;
  const first = { rank: { index: 0, key: "newcomer" }, powers: new Set<never>() };
  return { kind: "member", id: 1, ...named, ...first, locale };
}

describe("the locale of a page", () => {
  it("is the member’s own choice before all else", () => {
    expect(pageLocale(FIXED, member("ar"), german)).toBe("ar");
    expect(pageLocale(OPEN, member("en"), german)).toBe("en");
  });

  it("is the community’s without a choice, whatever the browser asks for", () => {
    expect(pageLocale(FIXED, member(null), german)).toBe("en");
    expect(guestLocale(FIXED, german)).toBe("en");
    expect(guestLocale(FIXED, arabicChosen)).toBe("en");
    expect(guestLocale({ locale: "en-XA", localeOpen: false }, german)).toBe("en-XA");
  });

  it("is the browser’s where the community leaves it open", () => {
    expect(guestLocale(OPEN, german)).toBe("de");
    expect(pageLocale(OPEN, member(null), german)).toBe("de");
    expect(guestLocale(OPEN, new Headers())).toBe("en");
    expect(guestLocale({ locale: "de-CH", localeOpen: true }, new Headers())).toBe("de");
  });

  it("is what a guest chose before what the browser asks for", () => {
    expect(guestLocale(OPEN, arabicChosen)).toBe("ar");
  });

  it("passes over a stored choice that is no language of ours", () => {
    expect(pageLocale(FIXED, member("tlh"), german)).toBe("en");
    expect(pageLocale(OPEN, member("tlh"), german)).toBe("de");
    const odd = new Headers({ cookie: "porchlight-language=en-XA", "accept-language": "ar" });
    expect(guestLocale(OPEN, odd)).toBe("ar");
  });
});

describe("the language cookie", () => {
  it("is read back as it was written, and forgotten", () => {
    const written = languageCookie("de");
    expect(written).toMatch(/HttpOnly; Path=\/; SameSite=Lax; Max-Age=\d{8}$/);
    expect(readLanguageCookie(`a=b; ${written.split(";")[0]}`)).toBe("de");
    expect(languageCookie(null)).toContain("Max-Age=0");
  });

  it("holds a language of ours or nothing", () => {
    const cookies = [
      "",
      "porchlight-language=",
      "porchlight-language=xx",
      "xporchlight-language=de",
    ];
    expect(cookies.map(readLanguageCookie)).toEqual([null, null, null, null]);
    expect(readLanguageCookie(null)).toBeNull();
  });
});
