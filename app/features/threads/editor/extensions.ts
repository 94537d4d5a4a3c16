import { Extension, InputRule, type Extensions } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Gapcursor, UndoRedo } from "@tiptap/extensions";
import { safeLanguage } from "../rich-text/schema.ts";
import { Image } from "./image-node.ts";
import { Link } from "./link-mark.ts";
import { Mention } from "./mention-node.ts";

const cellAttributes = () => ({
  colspan: { default: 1, validate: "number" },
  rowspan: { default: 1, validate: "number" },
});

/** Headings are off: one typed as Markdown becomes a bold line. */
const HeadingAsBold = Extension.create({
  name: "headingAsBold",
  addInputRules() {
    return [
      new InputRule({
        find: /^#{1,6}\s$/,
        handler: ({ state, range }) => {
          const bold = state.schema.marks["bold"]!;
          state.tr.delete(range.from, range.to).addStoredMark(bold.create());
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      // A bold line ends with its line, as a heading does.
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const { parent } = $from;
        const isTitle =
          parent.type.name === "paragraph" &&
          $from.depth === 1 &&
          parent.childCount > 0 &&
          parent.children.every((node) => node.marks.some(({ type }) => type.name === "bold"));
        if (!empty || !isTitle || $from.parentOffset !== parent.content.size) return false;
        return editor.chain().splitBlock({ keepMarks: false }).unsetMark("bold").run();
      },
    };
  },
});

const nodes: Extensions = [
  Document,
  Paragraph,
  Text,
  BulletList,
  OrderedList.extend({
    addAttributes: () => ({
      start: {
        default: 1,
        parseHTML: (element) => Number(element.getAttribute("start") ?? 1) || 1,
        renderHTML: ({ start }) => (start === 1 ? {} : { start: String(start) }),
      },
    }),
  }),
  ListItem,
  Blockquote,
  CodeBlock.extend({
    addAttributes: () => ({
      language: {
        default: null,
        parseHTML: (element) => {
          const named = /language-(\S+)/.exec(element.firstElementChild?.className ?? "")?.[1];
          return named ? safeLanguage(named) : null;
        },
        rendered: false,
      },
    }),
  }),
  HorizontalRule,
  // Ctrl+Enter sends the form; a line break is Shift+Enter.
  HardBreak.extend({
    addKeyboardShortcuts() {
      return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
    },
  }),
  Image,
  Mention,
  Table.extend({
    renderHTML: () => ["table", ["tbody", 0]],
    addKeyboardShortcuts() {
      // Tab leaves the table after its last cell: it must not hold a keyboard.
      return {
        Tab: () => this.editor.commands.goToNextCell(),
        "Shift-Tab": () => this.editor.commands.goToPreviousCell(),
      };
    },
  }).configure({ resizable: false, View: null }),
  TableRow.extend({ content: "(tableCell | tableHeader)+" }),
  TableHeader.extend({ content: "paragraph", addAttributes: cellAttributes }),
  TableCell.extend({ content: "paragraph", addAttributes: cellAttributes }),
];

const marks: Extensions = [
  Link,
  Bold.extend({ priority: 900 }),
  Italic.extend({ priority: 890 }),
  Strike.extend({ priority: 880 }),
  // Code may stand in a link or in bold, as in Markdown.
  Code.extend({ priority: 870, excludes: "code" }),
];

/** What the editor knows: the nodes and marks of `rich-text/schema.ts`, no more and no less. */
export const schemaExtensions: Extensions = [...nodes, ...marks];

/** All of the editor's extensions. */
export const editorExtensions: Extensions = [
  ...schemaExtensions,
  ListKeymap,
  HeadingAsBold,
  Gapcursor,
  UndoRedo,
];
