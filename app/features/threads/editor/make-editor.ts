import { Editor } from "@tiptap/core";
import { DOMParser, Fragment, Slice, type ParseOptions, type Schema } from "@tiptap/pm/model";
import { AllSelection, TextSelection } from "@tiptap/pm/state";
import { Dropcursor, Placeholder } from "@tiptap/extensions";
import type { Translate } from "#app/i18n/translate.ts";
import { documentToMarkdown } from "../rich-text/document-to-markdown.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import { domToDocument } from "./dom-to-document.ts";
import { editorExtensions } from "./extensions.ts";
import { Image } from "./image-node.ts";
import { readPastedMarkdown } from "./plain-paste.ts";
import { withoutStyles } from "./without-styles.ts";
import { CARET, startContent, type Start } from "./start-content.ts";
import type { Uploads } from "./uploads.ts";

/** Both forms of what is written; both empty when nothing is. */
export interface WrittenText {
  /** JSON. */
  document: string;
  markdown: string;
}

export interface EditorSetup {
  start: Start;
  attributes: Record<string, string>;
  placeholder: string;
  t: Translate;
  uploads: Uploads;
  /** True when the key was for somebody else. */
  onKey: (event: KeyboardEvent) => boolean;
  onChange: (text: WrittenText) => void;
}

function sliceOf(schema: Schema, document: DocumentJson): Slice {
  return Slice.maxOpen(schema.nodeFromJSON(document).content);
}

/** Copied within an editor it is ours; all else is foreign and read by the rules for foreign HTML. */
function clipboardParser(schema: Schema): DOMParser {
  const own = DOMParser.fromSchema(schema);
  const parseSlice = (dom: Node, options?: ParseOptions): Slice => {
    const isOwn = dom instanceof Element && dom.querySelector("[data-pm-slice]") !== null;
    return isOwn ? own.parseSlice(dom, options) : sliceOf(schema, domToDocument(dom));
  };
  return Object.assign(Object.create(own) as DOMParser, { parseSlice });
}

function plainSlice(schema: Schema, text: string): Slice {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block
        .split("\n")
        .flatMap((line, index) => [
          ...(index > 0 ? [schema.nodes["hardBreak"]!.create()] : []),
          ...(line === "" ? [] : [schema.text(line)]),
        ]);
      return schema.nodes["paragraph"]!.create(null, lines);
    });
  return Slice.maxOpen(Fragment.from(paragraphs));
}

/** Puts the selection where it was and takes the caret's marker away. */
function placeSelection(editor: Editor, selected: boolean): void {
  let at: number | null = null;
  editor.state.doc.descendants((node, position) => {
    const index = node.isText ? node.text!.indexOf(CARET) : -1;
    if (index >= 0) at = position + index;
  });
  const { tr } = editor.state;
  if (at === null) tr.setSelection(TextSelection.atEnd(tr.doc));
  else {
    tr.delete(at, at + 1);
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)));
  }
  if (selected) tr.setSelection(new AllSelection(tr.doc));
  editor.view.dispatch(tr.setMeta("addToHistory", false));
}

/** Both forms of the editor's text. */
export function writtenText(editor: Editor): WrittenText {
  if (editor.isEmpty) return { document: "", markdown: "" };
  const json = { ...editor.getJSON(), type: "doc" } as DocumentJson;
  return { document: JSON.stringify(json), markdown: documentToMarkdown(json) };
}

/**
 * Makes the editor in `host` with the text box's text, and the selection where it was. It puts no style
 * element into the page. Throws InvalidDocumentError for a text that is too large.
 */
export function makeEditor(host: HTMLElement, setup: EditorSetup): Editor {
  const editor = new Editor({
    element: host,
    content: startContent(setup.start),
    injectCSS: false,
    enablePasteRules: false,
    extensions: [
      ...editorExtensions.map((one) =>
        one.name === Image.name ? Image.configure({ t: setup.t }) : one,
      ),
      Dropcursor.configure({ color: false, class: "pl-editor__drop" }),
      Placeholder.configure({ placeholder: setup.placeholder, showOnlyWhenEditable: false }),
    ],
    editorProps: {
      attributes: setup.attributes,
      handleKeyDown: (_view, event) => setup.onKey(event),
      transformPastedHTML: withoutStyles,
      clipboardTextParser: (text, $context, isPlain, view) => {
        const { schema } = view.state;
        if ($context.parent.type.spec.code)
          return new Slice(Fragment.from(schema.text(text)), 0, 0);
        const markdown = isPlain ? null : readPastedMarkdown(text);
        return markdown ? sliceOf(schema, markdown) : plainSlice(schema, text);
      },
    },
    onUpdate: ({ editor: changed }) => setup.onChange(writtenText(changed)),
  });
  // First of all: it takes the files of a paste before others look at its text.
  editor.registerPlugin(setup.uploads.plugin, (own, others) => [own, ...others]);
  editor.setOptions({
    editorProps: {
      ...editor.options.editorProps,
      clipboardParser: clipboardParser(editor.schema),
    },
  });
  placeSelection(editor, setup.start.selected === true);
  return editor;
}
