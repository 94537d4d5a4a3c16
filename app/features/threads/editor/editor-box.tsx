import type { Editor } from "@tiptap/core";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { quoteOf } from "../rich-text/quote-of.ts";
import { domToDocument } from "./dom-to-document.ts";
import "./editor.css";
import { FilePicker, type PickKind } from "./file-picker.tsx";
import { givenFiles, holdsFiles } from "./given-files.ts";
import { LinkPanel } from "./link-panel.tsx";
import { makeEditor, writtenText, type WrittenText } from "./make-editor.ts";
import { PlaceTools } from "./place-tools.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import type { Quoted } from "./quoted.ts";
import { startContent, type Start } from "./start-content.ts";
import { SuggestionList, type KeyTaker } from "./suggestion-list.tsx";
import { nameThreads } from "./thread-titles.ts";
import { Toolbar } from "./toolbar.tsx";
import { Uploads } from "./uploads.ts";
import { useSendGuard } from "./use-send-guard.ts";

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
  /** Files that came before the editor was there. */
  files: readonly File[];
  onFiles: () => void;
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

type Handlers = { uploads: Uploads; onKey: (event: KeyboardEvent) => boolean };

function useEditor(props: EditorBoxProps, { uploads, onKey }: Handlers) {
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ props, uploads, onKey, t });
  useLayoutEffect(() => {
    latest.current = { props, uploads, onKey, t };
  });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    const { id, readStart, labelledBy, placeholder } = latest.current.props;
    const start = readStart();
    const made = makeEditor(host.current!, {
      start,
      placeholder,
      t: latest.current.t,
      uploads: latest.current.uploads,
      attributes: {
        id,
        role: "textbox",
        class: "pl-editor__text pl-prose",
        "aria-multiline": "true",
        "aria-autocomplete": "list",
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

type Notice = { text: string; shown: boolean };

/** The files on their way, and what is to be said about them. */
function useUploads() {
  const t = useT();
  const [notice, setNotice] = useState<Notice>({ text: "", shown: false });
  const [round, redraw] = useReducer((count: number) => count + 1, 0);
  const uploads = useMemo(() => {
    const say = (text: string) => setNotice({ text, shown: false });
    return new Uploads({ t, onChange: redraw, say });
  }, [t]);
  const show = useCallback((text: string) => setNotice({ text, shown: true }), []);
  return { uploads, round, notice, show };
}

/** The editor: tools above, the text, and the lists and panels that belong to it. */
export function EditorBox(props: EditorBoxProps) {
  const { id, invalid, labelledBy, quoted, onQuoted, files, onFiles } = props;
  const t = useT();
  const [linkOpen, setLinkOpen] = useState(false);
  const [preview, setPreview] = useState<WrittenText | null>(null);
  const suggestions = useRef<KeyTaker>(null);
  const pick = useRef<(kind: PickKind) => void>(null);
  const box = useRef<HTMLDivElement>(null);
  const { uploads, round, notice, show } = useUploads();
  useSendGuard({
    box,
    uploads,
    round,
    onWait: () => show(t("editor.sendWaits")),
    onFailed: () => show(t("editor.sendStopped")),
  });

  const onKey = (event: KeyboardEvent): boolean => {
    if (suggestions.current?.take(event)) return true;
    const ctrl = event.ctrlKey || event.metaKey;
    const toTools = event.altKey && event.key === "F10";
    const toLink = ctrl && !event.altKey && event.key.toLowerCase() === "k";
    // The browser tells of a selection a moment after it was made; once the focus is elsewhere, the
    // editor doesn't listen any more.
    if (toTools || toLink) document.dispatchEvent(new Event("selectionchange"));
    if (toTools) {
      box.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
    } else if (toLink) setLinkOpen(true);
    else if (ctrl && event.key === "Enter") box.current?.closest("form")?.requestSubmit();
    else return false;
    return true;
  };
  const { host, editor } = useEditor(props, { uploads, onKey });

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
    if (!editor || files.length === 0) return;
    uploads.add(files);
    onFiles();
  }, [editor, uploads, files, onFiles]);
  useEffect(() => {
    if (!editor) return undefined;
    return nameThreads(editor, ({ title, solved }) =>
      show(t(solved ? "editor.threadSolved" : "editor.threadNamed", { title })),
    );
  }, [editor, show, t]);
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    dom.setAttribute("aria-describedby", `${invalid ? `${id}-error ` : ""}${id}-hint ${id}-help`);
    if (invalid) dom.setAttribute("aria-invalid", "true");
    else dom.removeAttribute("aria-invalid");
  }, [editor, id, invalid]);
  const onPreview = () => {
    setLinkOpen(false);
    setPreview(preview || !editor ? null : writtenText(editor));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- files that miss the text
    <div
      className="pl-editor"
      ref={box}
      onDragOver={(event) => {
        if (holdsFiles(event.dataTransfer)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dropped = event.defaultPrevented ? [] : givenFiles(event.dataTransfer);
        if (dropped.length > 0) event.preventDefault();
        uploads.add(dropped);
      }}
    >
      {editor ? (
        <Toolbar
          editor={editor}
          controls={id}
          linkOpen={linkOpen}
          onLink={() => setLinkOpen(true)}
          onPick={(kind) => pick.current?.(kind)}
          previewing={preview !== null}
          onPreview={onPreview}
        />
      ) : null}
      <FilePicker open={pick} onPicked={(picked) => uploads.add(picked)} />
      {editor && linkOpen ? (
        <LinkPanel id={id} editor={editor} onClose={() => setLinkOpen(false)} />
      ) : null}
      {editor && !preview ? <PlaceTools id={id} editor={editor} /> : null}
      <div ref={host} hidden={preview !== null} />
      {editor && !preview ? <SuggestionList id={id} editor={editor} keys={suggestions} /> : null}
      {preview ? <PreviewPane text={preview} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> stands for a form's result */}
      <p role="status" className={notice.shown ? "pl-editor__notice" : "pl-hide"}>
        {notice.text}
      </p>
      <p className="pl-hide" id={`${id}-help`}>
        {t("editor.help", { tools: "Alt+F10", back: "Escape" })}
      </p>
    </div>
  );
}
