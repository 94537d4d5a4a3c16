import { describe, expect, it } from "vitest";
import { ar } from "#app/i18n/messages/ar.ts";
import { en } from "#app/i18n/messages/en.ts";
import type { Screened } from "../screened.ts";
import { findPatterns } from "./find-patterns.ts";
import { PATTERNS, patternFinding } from "./pattern.ts";

function screened(given: Partial<Screened>): Screened {
  return {
    surface: "opening",
    title: "",
    text: "",
    links: [],
    author: { name: "Robin", newcomer: true, trusted: false },
    ...given,
  };
}
const checksOf = (given: Partial<Screened>) =>
  findPatterns(screened(given)).map(({ check }) => check.replace("pattern.", ""));

describe("titles", () => {
  it.each([
    ["phoneOffer", "Printer support phone number +1 (800) 555-0199"],
    ["phoneOffer", "*** 1.888.555.0147 *** accounting software helpline, call now"],
    ["phoneOffer", "Kundendienst Drucker 0800 / 555 01 99"],
    ["phoneOffer", "+44-7700-900-123 love problem specialist in Leeds"],
    ["linkInTitle", "Best running shoes at http://shoes-outlet.com"],
    ["linkInTitle", "My thoughts on https://some-blog.com/post"],
    ["linkInTitle", "Visit our website: cleverfacts.net"],
    ["promotion", "New male enhancement formula"],
    ["promotion", "Reliable packers and movers in Springfield"],
    ["promotion", "Instant cash loans, no credit check, quick approval"],
    ["loudTitle", "WHY DOES NOBODY ANSWER MY QUESTION"],
    ["oddCapitals", "bEsT sErViCe fOr yOuR cAr"],
    ["lookAlikes", "Рауpаl account limited"],
    ["foreignScript", "Лучшие предложения этого лета"],
  ])("%s: %s", (check, title) => {
    expect(checksOf({ title, languages: ["en", "de"] })).toContain(check);
  });

  it.each([
    "What is your customer service phone number?",
    "Why does nobody answer at 0800 555 0199, the support number?",
    "I called the helpline 0800 555 01 99 three times",
    "Error 2147467259 when I open the app",
    "Order 450012345678 still not delivered",
    "Cannot open https://portal.shop.com after the update",
    "https://login.other-provider.com fails with a certificate error",
    "Where is the setting for http://example.com in the router?",
    "ASP.NET or Node.js for the API, and what about main.rs?",
    "Is the family contract cheaper than a loan phone?",
    "Do you know a good diet app for my watch?",
    "getElementById and JavaScript on the OutputTooSmallUTxO page",
    "The sensor shows 12 μmol/l instead of Δt",
    "ORA-01031 on TLS 1.3, VPN and NAT",
    "IPv6 on the iPhone and the MacBook of my wife",
  ])("leaves alone: %s", (title) => {
    expect(checksOf({ title, languages: ["en"] })).toEqual([]);
  });

  it("may name the community's own hosts", () => {
    const title = "What is new on https://help.brand.com?";
    expect(checksOf({ title })).toEqual(["linkInTitle"]);
    expect(checksOf({ title, ownHosts: ["community.brand.com"] })).toEqual([]);
  });

  it("are told first, and held only with a pitch beside the address", () => {
    const verdictOf = (title: string) => findPatterns(screened({ title }))[0]?.verdict;
    expect(verdictOf("My thoughts on https://some-blog.com/post")).toBe("nudge");
    expect(verdictOf("Buy cheap shirts on https://some-shop.com")).toBe("hold");
  });
});

describe("texts", () => {
  it("with a number need the pitch close to it", () => {
    const number = "1-800-555-0199";
    expect(checksOf({ text: `Mail support helpline ${number}, toll free` })).toEqual([
      "phoneOffer",
    ]);
    expect(checksOf({ text: `My number is ${number}, call me about the support case` })).toEqual(
      [],
    );
    expect(checksOf({ text: `The tracking code says ${number}` })).toEqual([]);
  });

  it("say where the number stands", () => {
    const text = "Helpline and support: 1-800-555-0199 now";
    const [span] = findPatterns(screened({ text }))[0]?.spans ?? [];
    expect(span && text.slice(span.from, span.to)).toBe("1-800-555-0199");
  });

  it("point at links with arrows only in prose", () => {
    const text = "look here >>>> https://win.example.com";
    expect(checksOf({ text })).toEqual(["arrowLink"]);
    expect(checksOf({ text, code: [{ from: 10, to: text.length }] })).toEqual([]);
    expect(checksOf({ text, partial: true })).toEqual([]);
    expect(checksOf({ text: "> https://docs.brand.com is a quote" })).toEqual([]);
  });

  it("in a script of the community's languages are at home", () => {
    const text = "Как подключить роутер к телевизору?";
    expect(checksOf({ text, languages: ["en"] })).toEqual(["foreignScript"]);
    expect(checksOf({ text, languages: ["en", "ru"] })).toEqual([]);
    expect(checksOf({ text })).toEqual([]);
    expect(checksOf({ text: "ルーターを再起動する方法", languages: ["ja"] })).toEqual([]);
    expect(
      checksOf({ text: `The box says: ${text}, what does that mean`, languages: ["en"] }),
    ).toEqual([]);
  });
});

describe("names", () => {
  const named = (name: string) => checksOf({ author: { name, newcomer: true, trusted: false } });
  it.each(["cheapgucci", "rolexwatches", "Prada Handbags", "PayDay Loans UK", "+1 800 555 0199"])(
    "advertise: %s",
    (name) => expect(named(name)).toEqual(["promotingName"]),
  );
  it.each([
    "jedwards",
    "Krzysztof Wiśniewski",
    "Village",
    "bowlturner",
    "Jordan Baker",
    "سارة",
    "Omega13",
  ])("are names: %s", (name) => expect(named(name)).toEqual([]));
});

describe("every pattern", () => {
  it.each(PATTERNS)("has its messages: %s", (name) => {
    const { toAuthor, toStaff } = patternFinding(name, { verdict: "hold" });
    for (const { key } of [toAuthor, toStaff]) {
      expect(en).toHaveProperty([key]);
      expect(ar).toHaveProperty([key]);
    }
  });

  const fill = (part: string) => part.repeat(Math.ceil(50_000 / part.length)).slice(0, 50_000);
  function given(text: string): Screened {
    const links = [{ href: `https://x.example.org/${text}`, text }];
    const author = { name: text, newcomer: true, trusted: false };
    return screened({ title: text, text, links, author, languages: ["en"] });
  }
  function once(of: Screened): number {
    const start = performance.now();
    findPatterns(of);
    return performance.now() - start;
  }
  const ordinary = given(fill("The router restarts when I call my sister on Friday, why? "));
  /** Times ordinary, the fastest of rounds side by side: what else the machine does counts least. */
  function timesOrdinary(of: Screened): number {
    const rounds = Array.from({ length: 7 }, () => [once(of), once(ordinary)] as const);
    return Math.min(...rounds.map(([it]) => it)) / Math.min(...rounds.map(([, other]) => other));
  }

  it.each([
    "a",
    "A",
    "1 ",
    "1  - ",
    "a.",
    "aa-.",
    "> ",
    "http://",
    "www.",
    "my a ",
    "aа",
    "ﷺ",
    "loan ",
    "cheap",
    "👉 ",
  ])("costs about as much on 50 KB of %j as on ordinary words", (part) =>
    expect(timesOrdinary(given(fill(part)))).toBeLessThan(20),
  );
});
