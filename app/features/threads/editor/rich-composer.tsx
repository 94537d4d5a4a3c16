import { useCallback, useEffect, useRef, useState, type ComponentProps } from "react";
import { Composer } from "#app/ui/composer.tsx";
import type * as editorBox from "./editor-box.tsx";
import type { WrittenText } from "./make-editor.ts";
import { givenFiles, holdsFiles } from "./given-files.ts";
import { onQuote, type Quoted } from "./quoted.ts";
import type { Start } from "./start-content.ts";

type EditorModule = typeof editorBox;
type Taken = { module: EditorModule; focused: boolean; round: number };
const NO_FILES: readonly File[] = [];
type Props = ComponentProps<typeof Composer> & {
  /** Quotes of posts come into this box. */
  takesQuotes?: boolean;
};

let loading: Promise<EditorModule> | null = null;

/** The editor's code, once a page; tried again when it failed. */
function loadEditor(): Promise<EditorModule> {
  loading ??= import("./editor-box.tsx").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

function startOf(box: HTMLTextAreaElement, focused: boolean): Start {
  const { value, selectionStart, selectionEnd } = box;
  if (!focused) return { markdown: value, caret: null };
  const selected = value !== "" && selectionStart === 0 && selectionEnd === value.length;
  return { markdown: value, caret: selectionStart, selected };
}

/**
 * The box to write a post in. It is a text box for Markdown, at once and without JavaScript; when
 * somebody begins to write, the editor is loaded and takes its place with its text. The text box
 * goes on to hold the same text as Markdown, and a field `document` beside it the document.
 */
export function RichComposer({ takesQuotes = false, ...props }: Props) {
  const { autoFocus } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const [files, setFiles] = useState(NO_FILES);
  const isComposing = useRef(false);
  const written = useRef("");

  const takeOver = (quote?: Quoted): void => {
    loadEditor().then(
      (module) => {
        const text = box.current;
        // Between the keys of an input method the text is not yet what it will be.
        if (!text || isComposing.current) return;
        const focused = document.activeElement === text;
        if (!module.canStart(startOf(text, focused))) return;
        setTaken((before) => before ?? { module, focused, round: 0 });
      },
      // Without the editor one writes Markdown.
      () => {
        if (quote) window.location.assign(quote.href);
      },
    );
  };
  useEffect(() => {
    // Browsers don't focus a box by themselves on a page whose address leads to a part of it.
    if (autoFocus && document.activeElement === document.body) box.current?.focus();
    if (document.activeElement === box.current) takeOver();
    if (!takesQuotes) return undefined;
    const isFocused = () =>
      box.current?.closest(".pl-composer")?.contains(document.activeElement) === true;
    return onQuote({
      isFocused,
      take: (given) => {
        setQuoted(given);
        takeOver(given);
      },
    });
  }, [takesQuotes, autoFocus]);
  const onQuoted = useCallback(() => setQuoted(null), []);
  const onFiles = useCallback(() => setFiles(NO_FILES), []);
  /** Files that come before the editor: it is loaded and takes them. */
  const takeFiles = (event: { preventDefault: () => void }, data: DataTransfer): void => {
    const given = givenFiles(data);
    if (given.length === 0) return;
    event.preventDefault();
    setFiles(given);
    takeOver();
  };

  const onChange = ({ document: json, markdown }: WrittenText): void => {
    if (!box.current || !field.current) return;
    field.current.value = json;
    box.current.value = markdown;
    written.current = markdown;
    box.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** Somebody else, such as a kept draft, filled the text box: the editor begins with that. */
  const onInput = (): void => {
    const markdown = box.current?.value ?? "";
    if (!taken || markdown === written.current) return;
    written.current = markdown;
    if (!taken.module.canStart({ markdown, caret: null })) return;
    setTaken({ ...taken, focused: false, round: taken.round + 1 });
  };
  /** Read when the editor is made, so that no key is lost that was pressed while it was on its way. */
  const readStart = (): Start => {
    // Who went on to another field while the editor came stays there.
    const here = [document.body, box.current].includes(document.activeElement as HTMLElement);
    const start = startOf(box.current!, taken?.focused === true && here);
    written.current = start.markdown;
    // Until the editor changes something, the text box says what is written.
    if (field.current) field.current.value = "";
    return start;
  };
  const EditorBox = taken?.module.EditorBox;
  return (
    <Composer
      {...props}
      boxRef={box}
      onFocus={() => takeOver()}
      onInput={onInput}
      onPaste={(event) => takeFiles(event, event.clipboardData)}
      onDrop={(event) => takeFiles(event, event.dataTransfer)}
      onDragOver={(event) => {
        if (holdsFiles(event.dataTransfer)) event.preventDefault();
      }}
      onPointerEnter={() => void loadEditor().catch(() => undefined)}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={() => {
        isComposing.current = false;
        takeOver();
      }}
      surface={
        taken && EditorBox ? (
          <>
            <input type="hidden" name="document" ref={field} />
            <EditorBox
              key={taken.round}
              id={props.id}
              readStart={readStart}
              labelledBy={`${props.id}-label`}
              invalid={Boolean(props.error)}
              placeholder={props.placeholder ?? ""}
              quoted={quoted}
              onQuoted={onQuoted}
              files={files}
              onFiles={onFiles}
              onChange={onChange}
            />
          </>
        ) : null
      }
    />
  );
}
