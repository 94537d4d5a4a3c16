import { isMacOS, type Editor } from "@tiptap/core";
import { useRef, useState, type KeyboardEvent } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { TOOLS, type Tool } from "./tools.ts";

type Props = {
  editor: Editor;
  /** The element that the toolbar works on. */
  controls: string;
  linkOpen: boolean;
  onLink: () => void;
  /** The button to pick pictures or attachments with. */
  onPick: (kind: "picture" | "file") => void;
  previewing: boolean;
  onPreview: () => void;
};

function shown(bar: HTMLElement): HTMLButtonElement[] {
  return [...bar.querySelectorAll("button")].filter(
    (button) => !button.disabled && button.offsetParent !== null,
  );
}

/** The button to go to for an arrow key; follows the writing direction. */
function target(bar: HTMLElement, key: string): HTMLButtonElement | undefined {
  const buttons = shown(bar);
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return buttons[0];
  if (key === "End") return buttons.at(-1);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return buttons[(at + (key === forward ? 1 : -1) + buttons.length) % buttons.length];
}

/** The row of tools: one stop for the Tab key, arrows move in it, Escape goes back to the text. */
export function Toolbar(props: Props) {
  const { editor, controls, linkOpen, previewing, onPreview } = props;
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState("bold");
  // A tool that is off takes no focus: the bar would be out of reach.
  const isOff = TOOLS.some((tool) => tool.id === current && tool.isOff?.(editor) === true);
  const stop = previewing ? "preview" : isOff ? "bold" : current;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !previewing) editor.view.focus();
    const next = target(bar.current!, event.key);
    if (!next && event.key !== "Escape") return;
    event.preventDefault();
    next?.focus();
  };
  const onRun = (tool: Tool) => {
    if (tool.id === "link") props.onLink();
    else if (tool.id === "picture" || tool.id === "file") props.onPick(tool.id);
    else tool.run(editor);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its buttons has the focus
    <div
      ref={bar}
      className="pl-tools"
      role="toolbar"
      aria-label={t("editor.toolbar")}
      aria-controls={controls}
      onKeyDown={onKeyDown}
      onFocus={(event) => setCurrent((event.target as HTMLElement).dataset.tool ?? "bold")}
    >
      {TOOLS.map((tool) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          editor={editor}
          stop={stop === tool.id}
          disabled={previewing || tool.isOff?.(editor) === true}
          pressed={tool.id === "link" ? linkOpen || editor.isActive("link") : tool.isOn?.(editor)}
          onRun={() => onRun(tool)}
        />
      ))}
      <button
        type="button"
        className="pl-btn pl-btn--quiet pl-btn--sm pl-tools__end"
        data-tool="preview"
        tabIndex={stop === "preview" ? 0 : -1}
        aria-pressed={previewing}
        onClick={onPreview}
      >
        {t("editor.preview")}
      </button>
    </div>
  );
}

function ToolButton(props: {
  tool: Tool;
  editor: Editor;
  stop: boolean;
  disabled: boolean;
  pressed: boolean | undefined;
  onRun: () => void;
}) {
  const { tool, stop, disabled, pressed, onRun } = props;
  const t = useT();
  const mac = isMacOS();
  const label = t(tool.label);
  const keys = mac ? tool.keys?.replace("Control", "Meta") : tool.keys;
  const spoken = keys?.replace("Meta", "⌘").replace("Control", "Ctrl");
  return (
    <>
      {tool.apart ? <span className="pl-tools__sep pl-tool--wide" aria-hidden="true" /> : null}
      <button
        type="button"
        className={joinClasses("pl-tool", tool.wide && "pl-tool--wide")}
        data-tool={tool.id}
        tabIndex={stop ? 0 : -1}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys}
        title={spoken ? `${label} (${spoken})` : label}
        disabled={disabled}
        // The text keeps its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRun}
      >
        <Icon name={tool.icon} size={18} flip={tool.flip === true} />
      </button>
    </>
  );
}
