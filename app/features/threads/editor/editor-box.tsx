import type { Editor } from "@tiptap/core";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { quoteOf } from "../rich-text/quote-of.ts";
import { domToDocument } from "./dom-to-document.ts";
import "./editor.css";
import { LinkPanel } from "./link-panel.tsx";
import { makeEditor, writtenText, type WrittenText } from "./make-editor.ts";
import { MentionList, type KeyTaker } from "./mention-list.tsx";
import { PlaceTools } from "./place-tools.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import type { Quoted } from "./quoted.ts";
import { startContent, type Start } from "./start-content.ts";
import { Toolbar } from "./toolbar.tsx";

export type EditorBoxProps = {
  id: string;
  readStart: () => Start;
  /** Of the element that names the text. */
  labelledBy: string;
  invalid: boolean;
  placeholder: string;
  quoted: Quoted | null;
  /** The quote is in the text now. */
  onQuoted: () => void;
  onChange: (text: WrittenText) => void;
};

/** True when the editor can take over this text; a text that is too large stays in its box. */
export function canStart(start: Start): boolean {
  try {
    startContent(start);
    return true;
  } catch {
    return false;
  }
}

function insertQuote(editor: Editor, { html, author }: Quoted): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const quote = quoteOf(domToDocument(page.body), author);
  const end = editor.state.doc.content.size;
  const range = editor.isEmpty ? { from: 0, to: end } : end;
  editor
    .chain()
    .insertContentAt(range, [quote, { type: "paragraph" }])
    .focus("end")
    .run();
}

function useEditor(props: EditorBoxProps, onKey: (event: KeyboardEvent) => boolean) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ props, onKey });
  useLayoutEffect(() => {
    latest.current = { props, onKey };
  });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    const { id, readStart, labelledBy, placeholder } = latest.current.props;
    const start = readStart();
    const made = makeEditor(host.current!, {
      start,
      placeholder,
      attributes: {
        id,
        role: "textbox",
        class: "pl-editor__text pl-prose",
        "aria-multiline": "true",
        "aria-labelledby": labelledBy,
      },
      onKey: (event) => latest.current.onKey(event),
      onChange: (text) => latest.current.props.onChange(text),
    });
    made.on("transaction", redraw);
    made.on("focus", redraw);
    made.on("blur", redraw);
    // At once: keys that are pressed meanwhile would go nowhere.
    if (start.caret !== null) made.view.focus();
    setEditor(made);
    return () => made.destroy();
  }, []);
  return { host, editor };
}

/** The editor: tools above, the text, and the lists and panels that belong to it. */
export function EditorBox(props: EditorBoxProps) {
  const { id, invalid, labelledBy, quoted, onQuoted } = props;
  const t = useT();
  const [linkOpen, setLinkOpen] = useState(false);
  const [preview, setPreview] = useState<WrittenText | null>(null);
  const members = useRef<KeyTaker>(null);
  const box = useRef<HTMLDivElement>(null);

  const onKey = (event: KeyboardEvent): boolean => {
    if (members.current?.take(event)) return true;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key === "F10") {
      box.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
    } else if (ctrl && !event.altKey && event.key.toLowerCase() === "k") setLinkOpen(true);
    else if (ctrl && event.key === "Enter") box.current?.closest("form")?.requestSubmit();
    else return false;
    return true;
  };
  const { host, editor } = useEditor(props, onKey);

  useEffect(() => {
    const label = document.getElementById(labelledBy);
    const toText = () => editor?.view.focus();
    label?.addEventListener("click", toText);
    return () => label?.removeEventListener("click", toText);
  }, [editor, labelledBy]);
  useEffect(() => {
    if (!editor || !quoted) return;
    insertQuote(editor, quoted);
    onQuoted();
  }, [editor, quoted, onQuoted]);
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    dom.setAttribute("aria-describedby", `${invalid ? `${id}-error ` : ""}${id}-hint ${id}-help`);
    if (invalid) dom.setAttribute("aria-invalid", "true");
    else dom.removeAttribute("aria-invalid");
  }, [editor, id, invalid]);
  return (
    <div className="pl-editor" ref={box}>
      {editor ? (
        <Toolbar
          editor={editor}
          controls={id}
          linkOpen={linkOpen}
          onLink={() => setLinkOpen(true)}
          previewing={preview !== null}
          onPreview={() => {
            setLinkOpen(false);
            setPreview(preview ? null : writtenText(editor));
          }}
        />
      ) : null}
      {editor && linkOpen ? (
        <LinkPanel id={id} editor={editor} onClose={() => setLinkOpen(false)} />
      ) : null}
      {editor && !preview ? <PlaceTools id={id} editor={editor} /> : null}
      <div ref={host} hidden={preview !== null} />
      {editor && !preview ? <MentionList id={id} editor={editor} keys={members} /> : null}
      {preview ? <PreviewPane text={preview} /> : null}
      <p className="pl-hide" id={`${id}-help`}>
        {t("editor.help", { tools: "Alt+F10", back: "Escape" })}
      </p>
    </div>
  );
}
