import { describe, expect, test } from "vitest";
import { en } from "#app/i18n/messages/en.ts";
import type { Screened } from "../screened.ts";
import { SCREENING_CHECKS } from "../screening/screening-checks.ts";
import { CHECKS } from "./checks.ts";
import { fingerprint, likeness } from "./fingerprint.ts";
import { runChecks } from "./run-checks.ts";
import { checkSettings } from "./settings.ts";

const DEFAULTS = checkSettings.parse({});
const SENTENCE =
  "My hub loses its connection every night and the lamp turns red until I restart it.";

function screened(changes: Partial<Screened> = {}): Screened {
  return {
    surface: "answer",
    title: "",
    text: SENTENCE,
    links: [],
    author: { name: "Kim", newcomer: false, trusted: false },
    ...changes,
  };
}

const NEWCOMER = { name: "Kim", newcomer: true, trusted: false };

/** The reasons found, without their ends. */
function reasons(changes: Partial<Screened>, settings: unknown = {}): string[] {
  const { findings, failed } = runChecks(screened(changes), checkSettings.parse(settings));
  expect(failed).toEqual([]);
  for (const { toAuthor, toStaff } of findings) {
    expect(en).toHaveProperty([toAuthor.key]);
    expect(en).toHaveProperty([toStaff.key]);
  }
  return findings.map(({ toStaff }) => toStaff.key.replace(/^checks\.|Staff$/g, ""));
}

test("an ordinary text passes every check", () => {
  expect(runChecks(screened(), DEFAULTS)).toEqual({ verdict: null, findings: [], failed: [] });
});

describe("substance", () => {
  test.each([
    ["good post", "filler"],
    ["Thanks!!", "filler"],
    ["+1", "filler"],
    ["Same here 👍", "filler"],
    ["Vielen Dank für den Beitrag", "filler"],
    ["شكرا جزيلا على المشاركة", "filler"],
    ["ok", "filler"],
    ["hm", "tooShort"],
    ["", "tooShort"],
    ["https://shop.example/faq", "onlyLinks"],
  ])("%j", (text, reason) => expect(reasons({ text })).toEqual([reason]));

  test.each([
    "Press F2",
    "Restart the hub, thanks",
    "请重启",
    "جرّب إعادة التشغيل",
    "Nein, Port 8080",
  ])("%j says something", (text) => expect(reasons({ text })).toEqual([]));

  test("a mere quote, and code that is the answer", () => {
    const text = "Have you tried?";
    expect(reasons({ text, quotes: [{ from: 0, to: text.length }] })).toEqual(["onlyQuote"]);
    expect(reasons({ text: "a=1", code: [{ from: 0, to: 3 }] })).toEqual([]);
  });

  test("a reply may thank", () =>
    expect(reasons({ text: "Thanks!", surface: "reply" })).toEqual([]));
});

describe("shouting and floods", () => {
  const settings = { substance: { mode: "off" } };

  test.each([
    ["WHY DOES NOBODY ANSWER MY QUESTION HERE", "shouting"],
    ["WARUM ANTWORTET HIER NIEMAND AUF FRAGEN", "shouting"],
    ["kkkkkkkkkkkkkkkkkkkkkkkk", "sameCharacter"],
    ["$$$$$$$$$$$$", "sameCharacter"],
    ["buy buy buy buy buy buy buy now", "sameWord"],
    [`hello ${"🎉🎈".repeat(15)}`, "emoji"],
    [
      "h\u0335\u0321\u0322\u0327\u0328\u032ae\u0335\u0321\u0322\u0327\u0328\u032alp me please",
      "stackedMarks",
    ],
  ])("%j", (text, reason) => expect(reasons({ text }, settings)).toEqual([reason]));

  test.each([
    "HDMI ARC CEC USB and ERR_CONNECTION_RESET on my TV",
    "The value is 111111111111111 here",
    "----------------------------------------",
    "10 10 10 10 10 10 10 10 10 10 in an array",
    "hmmmmmmmmmmmm, that didn't work for me at all",
    "مُحَمَّدٌ وَٱلسَّلَامُ عَلَيْكُمْ",
    "great news 🎉🎉🎉, the update fixed the hub",
  ])("%j", (text) => expect(reasons({ text }, settings)).toEqual([]));
});

test("a word drawn out among others is spoken to at most", () => {
  const said = (text: string) => runChecks(screened({ text }), DEFAULTS).verdict;
  expect(said("love this sooooooooooooooooooooooo much")).toBe("nudge");
  expect(said("sooooooooooooooooooooooooooooooooooo")).toBe("hold");
});

test("more posts in an hour than a person writes", () => {
  const lastHour = (n: number) => ({ known: { lastHour: n } });
  expect(reasons({ ...lastHour(9), author: NEWCOMER })).toEqual([]);
  expect(reasons({ ...lastHour(10), author: NEWCOMER })).toEqual(["rate"]);
  expect(reasons(lastHour(39))).toEqual([]);
  expect(reasons(lastHour(40))).toEqual(["rate"]);
});

describe("links", () => {
  const link = (href: string, text = href) => ({
    text: `${SENTENCE} ${text}`,
    links: [{ href, text }],
  });
  const own = { ownHosts: ["brand.example.com", "community.brand-shop.com"] };

  test("their number, and fewer for newcomers", () => {
    const links = Array.from({ length: 9 }, (_, n) => ({ href: `https://a${n}.com/`, text: "x" }));
    expect(reasons({ links })).toEqual(["linkNumber"]);
    expect(reasons({ links: links.slice(0, 3), author: NEWCOMER })).toEqual(["newcomerLinks"]);
    expect(reasons({ links: links.slice(0, 2), author: NEWCOMER })).toEqual([]);
    expect(reasons({ images: 9, author: NEWCOMER })).toEqual(["newcomerImages"]);
    expect(
      reasons({ text: "see www.a.com, http://b.com and https://c.com now", author: NEWCOMER }),
    ).toEqual(["newcomerLinks"]);
  });

  test("domains nobody linked to before", () => {
    const known = { domains: ["wikipedia.org"] };
    expect(reasons({ ...link("https://new-site.com/x"), known, author: NEWCOMER })).toEqual([
      "newDomain",
    ]);
    expect(reasons({ ...link("https://en.wikipedia.org/x"), known, author: NEWCOMER })).toEqual([]);
    expect(
      reasons({ ...link("https://brand.example.com/"), known, ...own, author: NEWCOMER }),
    ).toEqual([]);
    expect(reasons({ ...link("https://new-site.com/x"), known })).toEqual([]);
  });

  test.each([
    ["https://bit.ly/abc", "https://bit.ly/abc", "shortener"],
    ["https://evil.com/", "https://bank.com/login", "linkMismatch"],
    ["https://evil.com/", "www.bank.co.uk", "linkMismatch"],
    ["https://bank.com@evil.com/", "here", "linkMismatch"],
    ["https://аррӏе.com/", "here", "linkDressedUp"],
    ["https://pаypal.com/", "here", "linkDressedUp"],
    ["https://brand-sh0p.com/", "here", "linkImitates"],
    ["https://brand-shοp.com/", "here", "linkImitates"],
  ])("%s shown as %s", (href, shown, reason) => {
    expect(reasons({ ...link(href, shown), ...own })).toEqual([reason]);
  });

  test.each([
    ["https://en.wikipedia.org/wiki/Hub", "wikipedia.org"],
    ["https://github.com/a/b/README.md", "README.md"],
    ["https://münchen.de/", "münchen.de"],
    ["https://пример.рф/", "пример.рф"],
    ["https://docs.python.org/3/", "Node.js guide"],
    ["/t/12", "other.com thread"],
    ["mailto:", "x.y"],
  ])("%s shown as %s is honest", (href, shown) => expect(reasons(link(href, shown))).toEqual([]));

  test("what is the author's own", () => {
    const named = { name: "SuperHosting", newcomer: false, trusted: false };
    expect(reasons({ ...link("https://superhosting.com/"), author: named })).toEqual(["ownDomain"]);
    const about = { ...named, name: "Kim", about: "see https://my-shop.com" };
    expect(reasons({ ...link("https://www.my-shop.com/a"), author: about })).toEqual(["ownDomain"]);
    const ownTexts = Array.from({ length: 3 }, (_, n) => `Text ${n} https://my-shop.com/${n}`);
    expect(reasons({ ...link("https://my-shop.com/z"), known: { ownTexts } })).toEqual([
      "sameDomain",
    ]);
  });
});

describe("repeats and copies", () => {
  const near = SENTENCE.replace("every night", "each night");
  const long = `${SENTENCE} It began after the last update, and a new cable didn't help either.`;

  test("nearly the same again", () => {
    expect(reasons({ known: { ownTexts: [SENTENCE] } })).toEqual(["repeat"]);
    expect(
      reasons({ text: `${long}`, known: { ownTexts: [long.replace("new", "longer")] } }),
    ).toEqual(["repeat"]);
    expect(
      reasons({ known: { ownTexts: ["Something else about the lamp and the colour it has."] } }),
    ).toEqual([]);
    expect(
      reasons({ text: "Did you restart?", known: { ownTexts: ["Did you restart?"] } }),
    ).toEqual([]);
  });

  test("likeness is estimated from fingerprints", () => {
    expect(likeness(fingerprint(SENTENCE), fingerprint(SENTENCE))).toBe(1);
    const between = likeness(fingerprint(SENTENCE), fingerprint(near));
    expect(between).toBeGreaterThan(0.4);
    expect(between).toBeLessThan(1);
    const words = Array.from({ length: 4_000 }, (_, n) => `w${n}`);
    const half = likeness(
      fingerprint(words.slice(0, 3_000).join(" ")),
      fingerprint(words.slice(1_000).join(" ")),
    );
    expect(Math.abs(half - 0.5)).toBeLessThan(0.2);
    expect(reasons({ known: { otherPrints: [fingerprint(SENTENCE)] } })).toEqual(["copy"]);
    expect(fingerprint("短い")).toEqual([]);
    expect(fingerprint("これは同じ文章を何度も投稿しています").length).toBeGreaterThan(0);
  });
});

describe("words, invisible characters, personal data", () => {
  const settings = {
    words: { lists: [{ name: "Spam", mode: "reject", entries: ["casino", "free money"] }] },
  };

  test("found with their places, in title and text", () => {
    const { verdict, findings } = runChecks(
      screened({ title: "Best саsіnо", text: `${SENTENCE} casino!` }),
      checkSettings.parse(settings),
    );
    expect(verdict).toBe("reject");
    expect(findings[0]!.spans).toEqual([
      { in: "title", from: 5, to: 11 },
      { in: "text", from: SENTENCE.length + 1, to: SENTENCE.length + 7 },
    ]);
    expect(findings[0]!.toStaff.params).toEqual({ list: "Spam", words: "casino" });
  });

  test("invisible", () =>
    expect(reasons({ text: `${SENTENCE} \u202eabc` })).toEqual(["invisible"]));

  test("personal data is named by its kind and never repeated", () => {
    const { verdict, findings } = runChecks(
      screened({ text: `${SENTENCE} Call (212) 555-0142 or ann@example.com` }),
      DEFAULTS,
    );
    expect(verdict).toBe("nudge");
    expect(findings.map(({ toAuthor }) => toAuthor.params)).toEqual([
      { kind: "email", count: 1 },
      { kind: "phone", count: 1 },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/555|ann@/);
    expect(reasons({ links: [{ href: "mailto:ann@example.com", text: "me" }] })).toEqual([
      "personal",
    ]);
    const allowed = { personalData: { allowed: ["ann@example.com"], kinds: ["email"] } };
    expect(reasons({ text: `${SENTENCE} ann@example.com` }, allowed)).toEqual([]);
  });
});

describe("running them", () => {
  const broken = {
    id: "shouting" as const,
    run: () => {
      throw new Error("broken");
    },
  };
  const author = (newcomer: boolean, trusted: boolean) => ({ name: "Kim", newcomer, trusted });

  test("one that throws stops no other; newcomers are held, the trusted pass", () => {
    const run = (by: Screened["author"], settings = DEFAULTS) =>
      runChecks(screened({ text: "kkkkkkkkkkkkkkkkkkkk", author: by }), settings, [
        broken,
        ...CHECKS,
      ]);
    const held = run(author(true, false));
    expect(held.findings.map(({ check }) => check)).toEqual(["shouting", "floods"]);
    expect(held.failed.map(({ check }) => check)).toEqual(["shouting"]);
    const passed = run(author(false, true));
    expect(passed.findings.map(({ check }) => check)).toEqual(["floods"]);
    expect(passed.failed).toHaveLength(1);
    const strict = checkSettings.parse({ onFailure: { trusted: "hold" } });
    expect(run(author(false, true), strict).findings).toHaveLength(2);
  });

  test("the strongest verdict counts, and each check can be off", () => {
    const text = "WHY DOES NOBODY ANSWER !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!";
    const result = runChecks(screened({ text: text.toUpperCase() }), DEFAULTS);
    expect(result.verdict).toBe("hold");
    const modes = Object.entries(DEFAULTS).filter(([, part]) => "mode" in part);
    const off = checkSettings.parse(Object.fromEntries(modes.map(([id]) => [id, { mode: "off" }])));
    expect(runChecks(screened({ text: text.toUpperCase() }), off).findings).toEqual([]);
  });

  test("each check has a name and settings, once", () => {
    const ids = SCREENING_CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(
      Object.keys(DEFAULTS)
        .filter((id) => id !== "onFailure" && id !== "imports")
        .toSorted(),
    );
    for (const id of ids) {
      expect(en).toHaveProperty([`checks.name${id[0]!.toUpperCase()}${id.slice(1)}`]);
    }
  });

  test("the trusted are left alone where the settings say so", () => {
    const links = Array.from({ length: 9 }, (_, n) => ({ href: `https://a${n}.com/`, text: "x" }));
    expect(reasons({ links, author: author(false, true) })).toEqual([]);
    const all = { linkNumber: { sparesTrusted: false } };
    expect(reasons({ links, author: author(false, true) }, all)).toEqual(["linkNumber"]);
  });
});
