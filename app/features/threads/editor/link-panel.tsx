import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { readAddress } from "./link-mark.ts";

type Props = { id: string; editor: Editor; onClose: () => void };

/** Links what is selected, or writes the address as a link. */
function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (editor.isActive("link"))
    chain.extendMarkRange("link").updateAttributes("link", { href }).run();
  else if (!editor.state.selection.empty) chain.setMark("link", { href }).run();
  else {
    const link = { type: "text", text: href, marks: [{ type: "link", attrs: { href } }] };
    chain.insertContent([link, { type: "text", text: " " }]).run();
  }
}

/** The small dialog for a link's address; Enter sets it, Escape leaves it. */
export function LinkPanel({ id, editor, onClose }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const present = String(editor.getAttributes("link")["href"] ?? "");
  useEffect(() => input.current?.select(), []);

  const close = () => {
    onClose();
    editor.view.focus();
  };
  const apply = () => {
    const href = readAddress(input.current?.value ?? "");
    setWrong(href === null);
    if (href === null) return input.current?.focus();
    onClose();
    setLink(editor, href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && event.target === input.current) {
      event.preventDefault();
      apply();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from anywhere in it
    <div
      className="pl-editor__panel"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it stands in the form and is not modal
      role="dialog"
      aria-label={t("editor.link")}
      onKeyDown={onKeyDown}
    >
      <label className="pl-label" htmlFor={`${id}-link`}>
        {t("editor.linkAddress")}
      </label>
      <input
        ref={input}
        id={`${id}-link`}
        className="pl-editor__input"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        defaultValue={present}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-link-wrong` : undefined}
      />
      <div className="pl-btns">
        <Button type="button" size="sm" onClick={apply}>
          {t("editor.linkSet")}
        </Button>
        {present === "" ? null : (
          <Button
            type="button"
            size="sm"
            variant="quiet"
            onClick={() => {
              onClose();
              editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
            }}
          >
            {t("editor.linkRemove")}
          </Button>
        )}
        <Button type="button" size="sm" variant="quiet" onClick={close}>
          {t("common.cancel")}
        </Button>
      </div>
      {wrong ? (
        <p className="pl-editor__wrong" id={`${id}-link-wrong`} role="alert">
          {t("editor.linkWrong", { example: "https://example.com" })}
        </p>
      ) : null}
    </div>
  );
}
