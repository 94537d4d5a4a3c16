import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { en } from "./messages/en.ts";

/** Attributes of elements and parts whose value a person reads or hears. */
const READ_ATTRIBUTES = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "caption",
  "error",
  "heading",
  "hint",
  "iconOnly",
  "label",
  "lead",
  "placeholder",
  "title",
]);

/** Fields of the objects that parts take as items, and of a route’s meta. */
const READ_FIELDS = new Set(["caption", "hint", "label", "lead", "note", "placeholder", "title"]);

/** Words that stay as they are in every language; each says why. */
const ALLOWED = new Map([
  ["Porchlight", "the product’s name"],
  ["@", "the sign before a handle"],
]);

/** An element’s id such as `ask-title`, which an object may hold under the name of its field. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** An object may hold a message's key as well, to be looked up where it is shown. */
const isKey = (words: string) => Object.hasOwn(en, words);

type Finding = { line: number; where: string; words: string };

/** Text that reaches the page from an expression without passing through the catalogue. */
function wordsIn(node: ts.Node): { node: ts.Node; words: string }[] {
  if (ts.isStringLiteralLike(node)) return [{ node, words: node.text }];
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    return parts.map((words) => ({ node, words }));
  }
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) {
    return node.expression ? wordsIn(node.expression) : [];
  }
  if (ts.isConditionalExpression(node)) {
    return [...wordsIn(node.whenTrue), ...wordsIn(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    const either =
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
      node.operatorToken.kind === ts.SyntaxKind.PlusToken;
    const right = wordsIn(node.right);
    if (either) return [...wordsIn(node.left), ...right];
    return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? right : [];
  }
  return [];
}

function isChild(node: ts.Node): boolean {
  return ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
}

/** What a node adds to the page by itself; its children are looked at on their own. */
function candidates(node: ts.Node): { where: string; found: { node: ts.Node; words: string }[] } {
  if (ts.isJsxText(node)) return { where: "text", found: [{ node, words: node.text }] };
  if (ts.isJsxExpression(node) && isChild(node)) return { where: "text", found: wordsIn(node) };
  if (ts.isJsxAttribute(node) && node.initializer && READ_ATTRIBUTES.has(node.name.getText())) {
    return { where: node.name.getText(), found: wordsIn(node.initializer) };
  }
  if (ts.isPropertyAssignment(node) && READ_FIELDS.has(node.name.getText())) {
    const found = wordsIn(node.initializer).filter(({ words }) => !ID.test(words) && !isKey(words));
    return { where: node.name.getText(), found };
  }
  return { where: "", found: [] };
}

/** Every hard-coded word of a TSX source, with its line from 1. */
function findHardCodedWords(source: string, name = "page.tsx"): Finding[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const { where, found } = candidates(node);
    for (const { node: at, words } of found) {
      const text = words.replace(/&[#\w]+;/g, "").trim();
      if (!/\p{L}/u.test(text) || ALLOWED.has(text)) continue;
      const line = file.getLineAndCharacterOfPosition(at.getStart(file)).line + 1;
      findings.push({ line, where, words: text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

const APP = path.resolve(import.meta.dirname, "..");

function components(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .toSorted();
}

describe("findHardCodedWords", () => {
  const wordsOf = (source: string) => findHardCodedWords(source).map(({ words }) => words);

  it("finds text, whether plain or in an expression", () => {
    expect(wordsOf("<p>Hello <b>there</b></p>")).toEqual(["Hello", "there"]);
    expect(wordsOf('<p>{"Hello"} {open ? "Yes" : `No ${name}`}</p>')).toEqual([
      "Hello",
      "Yes",
      "No",
    ]);
    expect(wordsOf('<>{open && "Open"}{name ?? "Nobody"}</>')).toEqual(["Open", "Nobody"]);
    expect(wordsOf("<p>مرحبًا</p>")).toEqual(["مرحبًا"]);
  });

  it("finds attributes and items that a person reads", () => {
    expect(wordsOf('<a aria-label="Close" title={"More"} />')).toEqual(["Close", "More"]);
    expect(wordsOf('<img alt="A cat" /> ')).toEqual(["A cat"]);
    expect(wordsOf('<Tabs items={[{ href: "/x", label: "Latest" }]} />')).toEqual(["Latest"]);
    expect(wordsOf('const meta = () => [{ title: "Sign in" }]')).toEqual(["Sign in"]);
  });

  it("leaves the catalogue, names, signs and syntax alone", () => {
    expect(wordsOf('<p title={t("a.title")}>{t("a.b")} · {"→"} &nbsp; {`@${handle}`}</p>')).toEqual(
      [],
    );
    expect(wordsOf('<p className="pl-meta" dir="auto">Porchlight</p>')).toEqual([]);
    expect(wordsOf('const FIELDS = { title: "ask-title", label: "ask.title" }')).toEqual([]);
    expect(wordsOf('<p>{kind === "question" ? t("a.b") : null}</p>')).toEqual([]);
  });

  it("says where", () => {
    expect(findHardCodedWords('<p>\n  <a title="More" />\n</p>')).toEqual([
      { line: 2, where: "title", words: "More" },
    ]);
  });
});

describe("the pages and parts", () => {
  it("say nothing that is not in the catalogue", () => {
    const names = components();
    expect(names.length).toBeGreaterThan(20);
    const found = names.flatMap((name) =>
      findHardCodedWords(readFileSync(path.join(APP, name), "utf8"), name).map(
        ({ line, where, words }) => `app/${name}:${line} (${where}) ${words}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
