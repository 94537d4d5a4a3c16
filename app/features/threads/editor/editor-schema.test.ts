import { getSchema } from "@tiptap/core";
import type { AttributeSpec, MarkSpec, NodeSpec } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { checkDocument } from "../rich-text/check-document.ts";
import { HOSTILE_PAYLOADS } from "../rich-text/hostile-payloads.ts";
import { htmlToDocument } from "../rich-text/html-to-document.ts";
import { markdownToDocument } from "../rich-text/markdown-to-document.ts";
import { schema, type DocumentJson } from "../rich-text/schema.ts";
import { schemaExtensions } from "./extensions.ts";

const editorSchema = getSchema(schemaExtensions);

function attributesOf(spec: NodeSpec | MarkSpec): Record<string, unknown> {
  const attrs = (spec.attrs ?? {}) as Record<string, AttributeSpec>;
  return Object.fromEntries(
    Object.entries(attrs).map(([name, attr]) => [
      name,
      "default" in attr && attr.default !== undefined
        ? { initial: attr.default as unknown }
        : "must be given",
    ]),
  );
}

function shapes(specs: Record<string, NodeSpec>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        content: (spec.content ?? "").replaceAll(/\s+/g, ""),
        // Tiptap finds lists by a group of their own; no content expression names it.
        group: (spec.group ?? "").replace(/\s*\blist\b/, ""),
        inline: spec.inline ?? name === "text",
        marks: spec.marks,
        attrs: attributesOf(spec),
      },
    ]),
  );
}

const nodesOf = ({ nodes }: typeof schema) =>
  Object.fromEntries(Object.entries(nodes).map(([name, { spec }]) => [name, spec]));

const SAMPLES: DocumentJson[] = [
  ...HOSTILE_PAYLOADS.map((payload) => markdownToDocument(payload)),
  ...HOSTILE_PAYLOADS.map((payload) => htmlToDocument(payload).document),
  markdownToDocument(
    "**a** _b_ ~~c~~ `d` [`e`](/f)\n\n3. x\n   - y\n\n> q\n\n```js\n1\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n___\n\n![p](/q.png)",
  ),
  checkDocument({
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "mention", attrs: { id: 7, label: "ann" } }] },
    ],
  }),
];

describe("the editor's schema", () => {
  test("has the nodes of stored text, with their content, places and attributes", () => {
    expect(shapes(nodesOf(editorSchema))).toEqual(shapes(nodesOf(schema)));
  });

  test("has the marks of stored text in their order, with their attributes", () => {
    const marks = ({ marks: all }: typeof schema) =>
      Object.values(all).map(({ name, spec }) => ({
        name,
        attrs: attributesOf(spec),
        inclusive: spec.inclusive ?? true,
        excludes: Object.values(all)
          .filter((other) => all[name]!.excludes(other))
          .map((m) => m.name),
      }));
    expect(marks(editorSchema)).toEqual(marks(schema));
  });

  test("reads every stored document and gives it back equal", () => {
    expect(SAMPLES.length).toBeGreaterThan(600);
    for (const sample of SAMPLES) {
      const node = editorSchema.nodeFromJSON(sample);
      node.check();
      expect(checkDocument(JSON.parse(JSON.stringify(node.toJSON())))).toEqual(sample);
    }
  });
});
