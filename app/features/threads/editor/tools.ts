import type { Editor } from "@tiptap/core";
import type { MessageKey } from "#app/i18n/translate.ts";
import type { IconName } from "#app/ui/icon-name.ts";

/** A button of the toolbar. */
export interface Tool {
  id: string;
  icon: IconName;
  label: MessageKey;
  /** As `aria-keyshortcuts` writes it; "Control" becomes "Meta" on a Mac. */
  keys?: string;
  /** Drawn mirrored in right-to-left pages. */
  flip?: boolean;
  /** Left out on narrow screens. */
  wide?: boolean;
  /** Begins a new group. */
  apart?: boolean;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  /** Nothing for those that open something beside the text. */
  run: (editor: Editor) => void;
}

function mark(name: string): Pick<Tool, "isOn" | "run"> {
  return {
    isOn: (editor) => editor.isActive(name),
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
  };
}

/** Writes an `@` that the list of members opens on. */
function startMention(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\uFFFC");
  const space = before === "" || /\s$/.test(before) ? "" : " ";
  editor
    .chain()
    .focus()
    .insertContent({ type: "text", text: `${space}@` })
    .run();
}

/** A table with a line below it: one must be able to write on. */
function insertTable(editor: Editor): void {
  editor
    .chain()
    .focus()
    .insertTable({ rows: 3, cols: 2 })
    .command(({ tr }) => {
      const { $from } = tr.selection;
      const depth = $from.depth - 3;
      const after = depth > 0 ? $from.after(depth) : null;
      if (after !== null && !tr.doc.resolve(after).nodeAfter) {
        tr.insert(after, editor.schema.nodes["paragraph"]!.create());
      }
      return true;
    })
    .run();
}

/** The tools in their order; those for links and files are run by the toolbar's owner. */
export const TOOLS: readonly Tool[] = [
  { id: "bold", icon: "bold", label: "editor.bold", keys: "Control+B", ...mark("bold") },
  {
    id: "italic",
    icon: "italic",
    label: "editor.italic",
    keys: "Control+I",
    wide: true,
    ...mark("italic"),
  },
  {
    id: "strike",
    icon: "strike",
    label: "editor.strike",
    keys: "Control+Shift+S",
    wide: true,
    ...mark("strike"),
  },
  { id: "link", icon: "link", label: "editor.link", keys: "Control+K", run: () => undefined },
  { id: "picture", icon: "image", label: "editor.picture", run: () => undefined },
  { id: "file", icon: "clip", label: "editor.file", run: () => undefined },
  {
    id: "bullets",
    icon: "list",
    flip: true,
    apart: true,
    label: "editor.bullets",
    keys: "Control+Shift+8",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: "numbers",
    icon: "list-ol",
    flip: true,
    label: "editor.numbers",
    keys: "Control+Shift+7",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: "quote",
    icon: "quote",
    flip: true,
    label: "editor.quote",
    keys: "Control+Shift+B",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: "code",
    icon: "code",
    label: "editor.code",
    keys: "Control+E",
    wide: true,
    apart: true,
    ...mark("code"),
  },
  {
    id: "codeBlock",
    icon: "code-block",
    label: "editor.codeBlock",
    keys: "Control+Alt+C",
    isOn: (editor) => editor.isActive("codeBlock"),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    id: "table",
    icon: "table",
    label: "editor.table",
    isOff: (editor) => editor.isActive("table"),
    run: insertTable,
  },
  {
    id: "rule",
    icon: "rule",
    label: "editor.rule",
    wide: true,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  { id: "mention", icon: "at", label: "editor.mention", run: startMention },
  {
    id: "undo",
    icon: "undo",
    flip: true,
    apart: true,
    wide: true,
    label: "editor.undo",
    keys: "Control+Z",
    isOff: (editor) => !editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: "redo",
    icon: "redo",
    flip: true,
    wide: true,
    label: "editor.redo",
    keys: "Control+Shift+Z",
    isOff: (editor) => !editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

/** The actions inside a table. */
export const TABLE_TOOLS: readonly {
  id: string;
  label: MessageKey;
  run: (editor: Editor) => void;
}[] = [
  {
    id: "addRow",
    label: "editor.addRow",
    run: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    id: "addColumn",
    label: "editor.addColumn",
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    id: "removeRow",
    label: "editor.removeRow",
    run: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    id: "removeColumn",
    label: "editor.removeColumn",
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    id: "removeTable",
    label: "editor.removeTable",
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

/** Languages offered for a code block; the server colours more when they are typed after ```. */
export const LANGUAGES: readonly { value: string; label: string }[] = [
  { value: "bash", label: "Bash" },
  { value: "c", label: "C" },
  { value: "cpp", label: "C++" },
  { value: "csharp", label: "C#" },
  { value: "css", label: "CSS" },
  { value: "diff", label: "Diff" },
  { value: "go", label: "Go" },
  { value: "xml", label: "HTML, XML" },
  { value: "ini", label: "INI, TOML" },
  { value: "java", label: "Java" },
  { value: "javascript", label: "JavaScript" },
  { value: "json", label: "JSON" },
  { value: "kotlin", label: "Kotlin" },
  { value: "php", label: "PHP" },
  { value: "python", label: "Python" },
  { value: "ruby", label: "Ruby" },
  { value: "rust", label: "Rust" },
  { value: "sql", label: "SQL" },
  { value: "swift", label: "Swift" },
  { value: "typescript", label: "TypeScript" },
  { value: "yaml", label: "YAML" },
];
