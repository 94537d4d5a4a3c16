import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { ar } from "./messages/ar.ts";
import { de } from "./messages/de.ts";
import { en, type MessageKey, type Messages } from "./messages/en.ts";
import { pseudo } from "./messages/pseudo.ts";
import { createTranslator } from "./translate.ts";
import type { Locale } from "./locales.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
type Argument = { name: string; kind: "text" | "number" | "date" | "time" | "select" | "plural" };

const KINDS = { 1: "text", 2: "number", 3: "date", 4: "time", 5: "select", 6: "plural" } as const;
const KEYS = Object.keys(en) as MessageKey[];
const CATALOGUES: [locale: Locale, intl: string, messages: Messages][] = [
  ["en", "en", en],
  ["de", "de", de],
  ["ar", "ar", ar],
  ["en-XA", "en", pseudo],
];

function parse(message: string, locale: string): Element[] {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

/** Every element with those inside its branches. */
function flatten(elements: Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...("options" in element
      ? Object.values(element.options).flatMap((option) => flatten(option.value))
      : []),
  ]);
}

function argumentsOf(message: string, locale: string): Argument[] {
  const all = flatten(parse(message, locale)).flatMap((element) => {
    const kind = KINDS[element.type as keyof typeof KINDS];
    return kind && "value" in element ? [{ name: String(element.value), kind }] : [];
  });
  const once = new Map(all.map((argument) => [`${argument.name} ${argument.kind}`, argument]));
  return [...once.keys()].sort().map((key) => once.get(key)!);
}

type Branches = { kind: "select" | "plural"; name: string; options: string[] };

function branchesOf(message: string, locale: string): Branches[] {
  return flatten(parse(message, locale)).flatMap((element) =>
    "options" in element
      ? [
          {
            kind: KINDS[element.type as 5 | 6],
            name: element.value,
            options: Object.keys(element.options).sort(),
          },
        ]
      : [],
  );
}

/**
 * Collects `key: problem` over a catalogue, so that one run names every broken message. Missing ones
 * are named by the test of the keys.
 */
function problems(messages: Messages, look: (message: string, key: MessageKey) => string | null) {
  const present = KEYS.filter((key) => key in messages);
  return present.flatMap((key) => {
    const problem = look(messages[key], key);
    return problem === null ? [] : [`${key}: ${problem}`];
  });
}

describe.each(CATALOGUES)("catalogue %s", (name, intl, messages) => {
  it("has English’s keys and no empty message", () => {
    expect(Object.keys(messages).sort()).toEqual([...KEYS].sort());
    expect(problems(messages, (message) => (message.trim() === "" ? "empty" : null))).toEqual([]);
  });

  it("parses as ICU", () => {
    const broken = problems(messages, (message) => {
      try {
        parse(message, intl);
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(broken).toEqual([]);
  });

  it("has no straight apostrophe, which ICU takes for a quote", () => {
    expect(problems(messages, (message) => (message.includes("'") ? message : null))).toEqual([]);
  });

  it("has English’s arguments, of the same kinds", () => {
    const different = problems(messages, (message, key) => {
      const expected = JSON.stringify(argumentsOf(en[key], "en"));
      const found = JSON.stringify(argumentsOf(message, intl));
      return found === expected ? null : `${found} instead of ${expected}`;
    });
    expect(different).toEqual([]);
  });

  it("has English’s branches of every select", () => {
    const selects = (message: string, locale: string) =>
      JSON.stringify(branchesOf(message, locale).filter(({ kind }) => kind === "select"));
    const different = problems(messages, (message, key) =>
      selects(message, intl) === selects(en[key], "en") ? null : selects(message, intl),
    );
    expect(different).toEqual([]);
  });

  it("names every category of the language’s plurals, and English’s plurals only", () => {
    const categories = new Intl.PluralRules(intl).resolvedOptions().pluralCategories;
    const missing = problems(messages, (message, key) => {
      const plurals = branchesOf(message, intl).filter(({ kind }) => kind === "plural");
      const english = branchesOf(en[key], "en").filter(({ kind }) => kind === "plural");
      if (plurals.length !== english.length) return `${plurals.length} plurals`;
      const wrong = plurals.find(
        ({ options }) =>
          categories.some((one) => !options.includes(one)) ||
          options.some((one) => !one.startsWith("=") && !categories.includes(one as "one")),
      );
      return wrong ? wrong.options.join(" ") : null;
    });
    expect(missing).toEqual([]);
  });

  it("can be written out for any count", () => {
    const t = createTranslator(name, messages);
    const broken = problems(messages, (message, key) => {
      for (const count of [0, 1, 2, 3, 11, 100, 1234]) {
        const params = Object.fromEntries(
          argumentsOf(message, intl).map(({ name, kind }) => [
            name,
            kind === "select" ? "question" : kind === "text" ? `‹${name}›` : count,
          ]),
        );
        const text = t(key, params);
        if (/[{}]/.test(text)) return text;
        const lost = Object.entries(params).find(
          ([name, value]) => value === `‹${name}›` && !text.includes(value),
        );
        if (lost) return `{${lost[0]}} is missing for ${count}: ${text}`;
      }
      return null;
    });
    expect(broken).toEqual([]);
  });
});

/** What a reader sees of a message besides its parameters. */
function literalOf(message: string, locale: string): string {
  return flatten(parse(message, locale))
    .map((element) => (element.type === 0 ? element.value : ""))
    .join(" ");
}

describe("the German catalogue", () => {
  it("shows the number wherever English does", () => {
    const silent = problems(de, (message, key) => {
      const one = /\bone \{Eine?\b/i.test(message);
      return en[key].includes("#") && !message.includes("#") && !one ? message : null;
    });
    expect(silent).toEqual([]);
  });

  it("quotes „so“ and has an ellipsis of one sign", () => {
    const wrong = problems(de, (message) => {
      const quotes = message.replaceAll(/„[^„“]*“/g, "");
      return /["”»«„“]|\.\.\./.test(quotes) ? message : null;
    });
    expect(wrong).toEqual([]);
  });

  it("keeps a number and its unit on one line", () => {
    const units = /(\d|\}) (Zeichen|Tage|Stunden|MB|Megapixel|Schlagwörter|Produkte)\b/;
    const loose = problems(de, (message) => (units.test(message) ? message : null));
    expect(loose).toEqual([]);
  });

  it("says du throughout", () => {
    // “Sie” opens a sentence about a thing as well; elsewhere it would address the reader.
    const formal = /\b(Ihnen|Ihr|Ihre[mnrs]?)\b|[^.?!:“ ] Sie\b/;
    const found = problems(de, (message) =>
      formal.test(literalOf(message, "de")) ? message : null,
    );
    expect(found).toEqual([]);
  });

  it("leaves no English sentence behind", () => {
    const left = problems(de, (message, key) => {
      const words = literalOf(message, "de");
      if (/\b(the|and|you|your|this|that|with|for|from|not)\b/i.test(words)) return message;
      return message === en[key] && /\p{L}+ \p{L}+/u.test(words) ? message : null;
    });
    expect(left).toEqual([]);
  });

  it("chooses the form by the count", () => {
    const t = createTranslator("de", de);
    const replies = (count: number) => t("thread.showMoreReplies", { count });
    expect([0, 1, 2, 1234].map(replies)).toEqual([
      "0 weitere Kommentare anzeigen",
      "1 weiteren Kommentar anzeigen",
      "2 weitere Kommentare anzeigen",
      "1.234 weitere Kommentare anzeigen",
    ]);
  });
});

describe("the Arabic catalogue", () => {
  it("shows the number wherever the words alone do not say it", () => {
    // Zero, one and two have words of their own in Arabic; from three on the number is needed.
    const silent = problems(ar, (message, key) => {
      if (!en[key].includes("#")) return null;
      const branches = message.match(/\b(few|many|other) \{[^{}]*\}/g) ?? [];
      return branches.find((branch) => !branch.includes("#")) ?? null;
    });
    expect(silent).toEqual([]);
  });

  it("leaves no English behind", () => {
    // Names that are the same in every language.
    const names =
      /\b(Markdown|PNG|JPEG|WebP|GIF|AVIF|HEIC|SVG|PDF|TXT|LOG|CSV|JSON|HTML|XML|ZIP)\b/g;
    const left = problems(ar, (message) => {
      const literal = literalOf(message, "ar").replace(names, "");
      return /[a-z]/i.test(literal) ? literal : null;
    });
    expect(left).toEqual([]);
  });

  it("chooses the form by the count", () => {
    const t = createTranslator("ar", ar);
    const replies = (count: number) => t("thread.jumpReplies", { count });
    expect([0, 1, 2, 3, 11, 100].map(replies)).toEqual([
      "لا ردود",
      "رد واحد",
      "ردّان",
      "3 ردود",
      "11 ردًّا",
      "100 رد",
    ]);
  });
});

describe("the pseudo-locale", () => {
  it("brackets every message once, outside everything else", () => {
    const open = problems(pseudo, (message) => (/^⟦[^⟦⟧]+⟧$/.test(message) ? null : message));
    expect(open).toEqual([]);
  });

  it("accents what is text and nothing that is syntax", () => {
    expect(pseudo["common.signIn"]).toBe("⟦Sígñ íñ⟧");
    expect(pseudo["thread.posts"]).toBe(`⟦${en["thread.posts"]}⟧`);
  });
});
