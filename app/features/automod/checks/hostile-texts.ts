import type { Screened } from "../screened.ts";
import { WORD_LIMITS } from "../words/word-list.ts";
import { fingerprint } from "./fingerprint.ts";
import { checkSettings } from "./settings.ts";
import type { CheckSettings } from "./settings.ts";

/** Units that texts are made of to keep a check busy, each by its name. */
const UNITS: Record<string, string> = {
  "one letter": "a",
  "one letter and spaces": "a ",
  "letters with dots": "a.b.",
  "beginnings of addresses": "http://",
  addresses: "http://a.b/c?d ",
  "many domains": "https://x1y.example.org/%zz ",
  "beginnings of numbers": "+49",
  "plus signs": "+",
  "numbers with a country code": "+4930123456 ",
  "numbers with a label": "tel 030123456 ",
  "short groups": "12 ",
  "numbers with dashes": "212-555-0142 ",
  "at signs": "@",
  "letters and at signs": "a@",
  "beginnings of mail addresses": "a@b.",
  "spelled mail addresses": "a at b dot ",
  digits: "7",
  "digits and dots": "1.",
  "card numbers": "4111 1111 1111 1111 ",
  brackets: "((((",
  "combining marks": "\u0301",
  "letters with marks": "e\u0301\u0302",
  "zero width": "\u200b",
  "letters with zero width": "a\u200b",
  "direction overrides": "\u202ea",
  emoji: "👩‍👩‍👧‍👦",
  flags: "🇩🇪",
  "mixed scripts": "aаαա漢",
  "look-alike words": "саsіnо ",
  leet: "v1@gr4$ ",
  "beginnings of IBANs": "DE89 ",
  "IBAN-like": "DE89370400440532013001 ",
  IBANs: "GB29NWBK60161331926819 ",
  streets: "1 A B C D Street ",
  "German streets": "aastraße 1 ",
  "French streets": "1 rue de la A B ",
  "streets and towns": "1 Aa Street, A A A A, A A A, ",
  "Spanish streets": "Calle De La A B ",
  "Arabic streets": "شارع ا ب ",
  boxes: "P.O. Box 1 2 3 ",
  "ids behind a label": "passport A1 A1 A1 ",
  "accounts behind a label": "account no. is 12 34 ",
  "mail addresses in brackets": "a [at] b [dot] ",
  postcodes: "Weg 1, 12345 A ",
  capitals: "AAAA BBBB ",
  "id-like": "AB123456C 12345678Z ",
  "social numbers": "987-65-4321 ",
  labels: "order tel iban passport address ",
  "Han signs": "詐欺",
  tabs: "\t\n",
  tags: "\u{e0041}",
};

export const HOSTILE_TEXTS = Object.entries(UNITS).map(([name, unit]) => ({
  name,
  /** Of so many UTF-16 units. */
  text: (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
}));

/** What a text of the same length costs that somebody wrote. */
export function ordinaryText(length: number): string {
  const sentence =
    "My hub loses its connection every night at 3:15, and version 7.2.14 did not help; see https://example.org/faq for what I tried. Der Router zeigt Fehler 651 an. ";
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
}

/** Words as bad as they can be for an automaton: long, alike, each the beginning and end of others. */
export const HOSTILE_LISTS: Record<string, readonly string[]> = {
  "rows of one letter": Array.from({ length: WORD_LIMITS.entries }, (_, n) =>
    ("a".repeat(2 + (n % 62)) + (n > 62 ? String(n) : "")).slice(-64),
  ),
  "long and alike": Array.from({ length: WORD_LIMITS.entries }, (_, n) =>
    `${"ab".repeat(29)}${n.toString(36)}`.slice(0, 64),
  ),
  "nothing in common": Array.from({ length: WORD_LIMITS.entries }, (_, n) =>
    Array.from({ length: 64 }, (_, place) =>
      String.fromCharCode(97 + ((n * 7_919 + place * place * (n + 13)) % 26)),
    ).join(""),
  ),
  "patterns of other programs": Array.from(
    { length: WORD_LIMITS.entries },
    (_, n) => `*(a+)+${n}(b|b)*.*[^c]{${n},}$*`,
  ),
};

const OTHER_PRINTS = Array.from({ length: 500 }, (_, n) => fingerprint(ordinaryText(400 + n)));

/** A text with everything known that a check may look at. */
export function hostileScreened(text: string): Screened {
  const addresses = Array.from(text.matchAll(/https?:\/\/[^ ]{0,200}/g), ([href]) => ({
    href,
    text: href,
  }));
  return {
    surface: "answer",
    title: text.slice(0, 150),
    text,
    links: addresses,
    author: { name: text.slice(0, 40), newcomer: true, trusted: false, about: text.slice(0, 500) },
    ownHosts: ["brand.example.com", "brand-shop.com"],
    known: {
      domains: ["example.net"],
      ownTexts: Array.from({ length: 10 }, (_, n) => text.slice(n, 2_000 + n)),
      otherPrints: OTHER_PRINTS,
    },
  };
}

/** Settings under which every check has the most to do. */
export function hostileSettings(): CheckSettings {
  const lists = Object.entries(HOSTILE_LISTS).map(([name, entries]) => ({
    name,
    mode: "hold",
    entries: entries.map((entry) => entry.slice(0, WORD_LIMITS.length)),
  }));
  const countries = ["US", "GB", "DE", "FR", "ES", "NL", "IT", "SA"];
  return checkSettings.parse({
    words: { lists: lists.slice(0, 1) },
    personalData: { countries, allowed: ["@brand.example", "+49 800 5550100"] },
  });
}
