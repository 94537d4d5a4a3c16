import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { ar } from "./messages/ar.ts";
import { en, type MessageKey, type Messages } from "./messages/en.ts";
import { pseudo } from "./messages/pseudo.ts";
import { createTranslator } from "./translate.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
type Argument = { name: string; kind: "text" | "number" | "date" | "time" | "select" | "plural" };

const KINDS = { 1: "text", 2: "number", 3: "date", 4: "time", 5: "select", 6: "plural" } as const;
const KEYS = Object.keys(en) as MessageKey[];
const CATALOGUES: [locale: string, intl: string, messages: Messages][] = [
  ["en", "en", en],
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

describe.each(CATALOGUES)("catalogue %s", (_name, intl, messages) => {
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

  it("can be written out for any count", () => {
    const t = createTranslator(intl, messages);
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

describe("the Arabic catalogue", () => {
  it("names all six categories of every plural", () => {
    const six = new Intl.PluralRules("ar").resolvedOptions().pluralCategories.toSorted();
    expect(six).toHaveLength(6);
    const missing = problems(ar, (message, key) => {
      const plurals = branchesOf(message, "ar").filter(({ kind }) => kind === "plural");
      const english = branchesOf(en[key], "en").filter(({ kind }) => kind === "plural");
      if (plurals.length !== english.length) return `${plurals.length} plurals`;
      const short = plurals.find(({ options }) => six.some((one) => !options.includes(one)));
      return short ? short.options.join(" ") : null;
    });
    expect(missing).toEqual([]);
  });

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
    const names = /\bMarkdown\b/g;
    const left = problems(ar, (message) => {
      const literal = flatten(parse(message, "ar"))
        .map((element) => (element.type === 0 ? element.value : ""))
        .join(" ")
        .replace(names, "");
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
