import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWork } from "#db/testing/compare-work.ts";
import { checkDocument, InvalidDocumentError } from "./check-document.ts";
import type { NodeJson } from "./schema.ts";

const text = (value: string, marks?: unknown): object => ({
  type: "text",
  text: value,
  ...(marks === undefined ? {} : { marks }),
});
const paragraph = (...content: unknown[]): object => ({ type: "paragraph", content });
const doc = (...content: unknown[]): object => ({ type: "doc", content });
const withLink = (attrs: unknown): object => doc(paragraph(text("a", [{ type: "link", attrs }])));

function refusal(json: unknown): string {
  try {
    checkDocument(json);
    return "accepted";
  } catch (error) {
    if (error instanceof InvalidDocumentError) return error.code;
    throw error;
  }
}

function nested(levels: number): unknown {
  let node: object = paragraph(text("a"));
  for (let level = 0; level < levels; level++) node = { type: "blockquote", content: [node] };
  return doc(node);
}

const proto: unknown = JSON.parse('{"type":"doc","__proto__":{"polluted":1},"content":[]}');
const protoAttrs: unknown = JSON.parse(
  '{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"x":1}}}]}',
);

const HOSTILE: [string, unknown, string][] = [
  ["nothing", undefined, "not_allowed"],
  ["null", null, "not_allowed"],
  ["a number", 7, "not_allowed"],
  ["a string", "doc", "not_allowed"],
  ["an array", [], "not_allowed"],
  ["no type", {}, "not_allowed"],
  ["another top", paragraph(text("a")), "not_allowed"],
  ["an empty document", doc(), "not_allowed"],
  ["an unknown node", doc({ type: "script" }), "not_allowed"],
  ["a node named like a method", doc({ type: "toString" }), "not_allowed"],
  ["a node named __proto__", doc({ type: "__proto__" }), "not_allowed"],
  ["a type that is an object", doc({ type: { a: 1 } }), "not_allowed"],
  ["an unknown mark", doc(paragraph(text("a", [{ type: "onclick" }]))), "not_allowed"],
  ["a mark named constructor", doc(paragraph(text("a", [{ type: "constructor" }]))), "not_allowed"],
  ["marks that are no list", doc(paragraph(text("a", "bold"))), "not_allowed"],
  ["a mark twice", doc(paragraph(text("a", [{ type: "bold" }, { type: "bold" }]))), "not_allowed"],
  ["an event attribute", doc({ type: "paragraph", attrs: { onclick: "x" } }), "not_allowed"],
  ["an event on a link", withLink({ href: "/a", onmouseover: "x" }), "not_allowed"],
  ["a style on a link", withLink({ href: "/a", style: "x" }), "not_allowed"],
  ["a link without address", withLink({}), "not_allowed"],
  ["an address that is an object", withLink({ href: { a: 1 } }), "not_allowed"],
  ["a javascript: address", withLink({ href: "javascript:alert(1)" }), "not_allowed"],
  ["another host as a path", withLink({ href: "/\t/evil.example" }), "not_allowed"],
  ["attributes that are a list", doc({ type: "paragraph", attrs: [] }), "not_allowed"],
  ["a text that is a number", doc(paragraph({ type: "text", text: 7 })), "not_allowed"],
  ["a text without text", doc(paragraph({ type: "text" })), "not_allowed"],
  ["a text on a paragraph", doc({ type: "paragraph", text: "a" }), "not_allowed"],
  ["text outside a paragraph", doc(text("a")), "not_allowed"],
  ["a block in a paragraph", doc(paragraph(paragraph())), "not_allowed"],
  ["an item outside a list", doc({ type: "listItem", content: [paragraph()] }), "not_allowed"],
  ["content that is an object", { type: "doc", content: { length: 1 } }, "not_allowed"],
  ["a hole in the content", doc(null), "not_allowed"],
  ["an unknown field", { type: "doc", content: [], version: 1 }, "not_allowed"],
  ["__proto__ as a field", proto, "not_allowed"],
  ["__proto__ as an attribute", protoAttrs, "not_allowed"],
  [
    "a language with markup",
    doc({ type: "codeBlock", attrs: { language: '"><script>' } }),
    "not_allowed",
  ],
  [
    "a list start that is a string",
    doc({ type: "orderedList", attrs: { start: "1" }, content: [] }),
    "not_allowed",
  ],
  [
    "marks in a code block",
    doc({ type: "codeBlock", content: [text("a", [{ type: "bold" }])] }),
    "not_allowed",
  ],
  ["10,000 levels", nested(10_000), "too_deep"],
  ["60 levels", nested(60), "too_deep"],
  ["1,000,000 nodes", doc(...Array.from({ length: 100_000 }, () => paragraph())), "too_many_nodes"],
  [
    "1,000,000 children of one node",
    { type: "doc", content: Array(1_000_000).fill(paragraph()) },
    "too_many_nodes",
  ],
  ["100 KB of text", doc(paragraph(text("a".repeat(100_000)))), "text_too_long"],
  [
    "100 KB of text in pieces",
    doc(...Array.from({ length: 1_000 }, () => paragraph(text("a".repeat(100))))),
    "text_too_long",
  ],
  [
    "10 MB of language",
    doc({ type: "codeBlock", attrs: { language: "a".repeat(1e7) } }),
    "text_too_long",
  ],
  ["10 MB of address", withLink({ href: `https://e.org/${"a".repeat(1e7)}` }), "text_too_long"],
];

/** Nearly the longest document there may be; checking it takes a few milliseconds. */
const ORDINARY = doc(...Array.from({ length: 1_000 }, () => paragraph(text("a".repeat(45)))));

describe("checkDocument", () => {
  test.each(HOSTILE)("refuses %s with less work than it takes to accept", (_name, json, code) => {
    expect(refusal(json)).toBe(code);
    const refuse = (): unknown => refusal(json);
    expect(compareWork(refuse, () => checkDocument(ORDINARY), 1)).toBeLessThanOrEqual(1);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("takes 1 of each node, fills in defaults and puts marks in order", () => {
    const cell = { type: "tableCell", content: [paragraph(text("a"))] };
    const marks = [
      { type: "code" },
      { type: "bold" },
      { type: "link", attrs: { href: "/a", target: null } },
    ];
    const item = { type: "listItem", content: [paragraph(text("a", marks))] };
    const checked = checkDocument(
      doc(
        { type: "orderedList", attrs: { start: 0, type: null }, content: [item] },
        { type: "blockquote", content: [{ type: "horizontalRule" }] },
        { type: "table", content: [{ type: "tableRow", content: [cell] }] },
        { type: "codeBlock", content: [text("a")] },
        paragraph({ type: "hardBreak" }, { type: "image", attrs: { src: "/a" } }),
      ),
    );
    const inner = checked.content?.[0]?.content?.[0]?.content?.[0]?.content?.[0];
    expect(inner?.marks?.map((mark) => mark.type)).toEqual(["link", "bold", "code"]);
    expect(checked.content?.[3]?.attrs).toEqual({ language: null });
    expect(checked.content?.[4]?.content?.[1]?.attrs).toEqual({ src: "/a", alt: null });
  });

  test("takes a document at its limits in good time", () => {
    const full = doc(...Array.from({ length: 9_999 }, () => paragraph(text("abcde"))));
    expect(checkDocument(full).content).toHaveLength(9_999);
    expect(refusal(nested(47))).toBe("accepted");
  });

  test("strips NUL, replaces lone surrogates and keeps every other character", () => {
    const family = "👨‍👩‍👧‍👦";
    const checked = checkDocument(doc(paragraph(text(`a\0b\uD800c${family}\u202E`), text("\0"))));
    expect(checked.content?.[0]?.content).toEqual([
      { type: "text", text: `ab\uFFFDc${family}\u202E` },
    ]);
  });

  test("never throws anything but its own error, and never gives what it would refuse", () => {
    const key = fc.constantFrom(
      "type",
      "content",
      "marks",
      "attrs",
      "text",
      "href",
      "__proto__",
      "x",
    );
    const value = fc.oneof(
      fc.constantFrom(
        "doc",
        "paragraph",
        "text",
        "image",
        "link",
        "bold",
        "table",
        "tableRow",
        1,
        null,
      ),
      fc.string(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        value,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(key, tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(tree, (json) => {
        expect(["accepted", "not_allowed", "too_deep"]).toContain(refusal(doc(paragraph(json))));
        expect(["accepted", "not_allowed", "too_deep"]).toContain(refusal(json));
      }),
    );
  });

  test("gives back equal what it gave", () => {
    const once = checkDocument(withLink({ href: "HTTPS://E.org/ä b" }));
    const again: NodeJson = checkDocument(JSON.parse(JSON.stringify(once)));
    expect(again).toEqual(once);
  });
});
