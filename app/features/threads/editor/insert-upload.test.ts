import { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { documentToMarkdown } from "../rich-text/document-to-markdown.ts";
import { markdownToDocument } from "../rich-text/markdown-to-document.ts";
import { schema, type DocumentJson } from "../rich-text/schema.ts";
import { insertUpload } from "./insert-upload.ts";
import type { Uploaded } from "./upload-file.ts";

const PICTURE: Uploaded = {
  kind: "image",
  url: "/files/aaaaaaaaaaaaaaaaaaaaaaaaaa-8x6/p.png",
  name: "p.png",
};
const FILE: Uploaded = {
  kind: "file",
  url: "/files/bbbbbbbbbbbbbbbbbbbbbbbbbb/log.txt",
  name: "log.txt",
};
const IMAGE = `![](${PICTURE.url})`;
const LINK = `[log.txt](${FILE.url})`;

/** Markdown with a "¦" where the upload goes and the caret stands → the Markdown after it. */
function inserted(markdown: string, uploaded: Uploaded): { markdown: string; caret: string } {
  const doc = Node.fromJSON(schema, markdownToDocument(markdown.replace("¦", "\uE000")));
  let position = -1;
  doc.descendants((node, at) => {
    const index = node.isText ? node.text!.indexOf("\uE000") : -1;
    if (index >= 0) position = at + index;
  });
  let state = EditorState.create({ doc, schema });
  state = state.apply(state.tr.delete(position, position + 1));
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)));
  const { tr } = state;
  insertUpload(tr, position, uploaded);
  tr.doc.check();
  const { $head } = tr.selection;
  const json = { ...(tr.doc.toJSON() as DocumentJson) };
  return { markdown: documentToMarkdown(json), caret: $head.parent.textContent };
}

describe("a picture", () => {
  test.each([
    ["¦", IMAGE, ""],
    ["a¦", `a\n\n${IMAGE}`, ""],
    ["a¦\n\nb", `a\n\n${IMAGE}\n\nb`, "b"],
    ["¦a", `${IMAGE}\n\na`, "a"],
    ["a¦b", `a\n\n${IMAGE}\n\nb`, "b"],
    ["- a¦\n- b", `- a\n\n  ${IMAGE}\n- b`, ""],
    ["> a¦", `> a\n>\n> ${IMAGE}`, ""],
    ["```\na¦\n```\n\nb", `\`\`\`\na\n\`\`\`\n\n${IMAGE}\n\nb`, "b"],
    ["| a¦ | b |\n| --- | --- |", `| a${IMAGE} | b |\n| --- | --- |`, "a"],
  ])("in %j gets a paragraph of its own", (before, after, caret) => {
    expect(inserted(before, PICTURE)).toEqual({ markdown: after, caret });
  });
});

describe("an attachment", () => {
  test.each([
    ["¦", LINK],
    ["see¦", `see ${LINK}`],
    ["see ¦now", `see ${LINK} now`],
    ["```\na¦\n```", `\`\`\`\na\n\`\`\`\n\n${LINK}`],
    ["| a¦ | b |\n| --- | --- |", `| a ${LINK} | b |\n| --- | --- |`],
  ])("in %j is a link with its name", (before, after) => {
    expect(inserted(before, FILE).markdown).toBe(after);
  });
});
