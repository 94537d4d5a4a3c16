import type { Translate } from "#app/i18n/translate.ts";
import { SHORTCUTS } from "./shortcut-list.ts";

function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function keysOf(t: Translate): HTMLElement {
  const list = make("dl", "pl-keys");
  for (const { keys, label } of SHORTCUTS) {
    const pressed = keys.map((key) => make("kbd", "pl-kbd", key));
    list.append(make("div", "", make("dt", "", ...pressed), make("dd", "", t(label))));
  }
  return list;
}

/**
 * Shows the keyboard shortcuts in a dialog of the browser's own: it keeps the focus, closes with
 * Escape and gives the focus back.
 */
export function openShortcutSheet(t: Translate): void {
  if (document.querySelector("dialog[open]")) return;
  const title = make("h2", "pl-h-sec", t("reading.shortcutsTitle"));
  title.id = "sheet-title";
  const close = make("button", "pl-btn pl-btn--sm", t("reading.close")) as HTMLButtonElement;
  close.type = "button";
  const change = make("a", "", t("reading.shortcutsChange")) as HTMLAnchorElement;
  change.href = "/display";
  const sheet = make("dialog", "pl-sheet") as HTMLDialogElement;
  sheet.setAttribute("aria-labelledby", title.id);
  sheet.append(
    make("div", "pl-sheet__h", title, close),
    keysOf(t),
    make("p", "pl-text", make("span", "", change)),
  );
  close.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener("close", () => sheet.remove());
  document.querySelector(".pl-app")?.append(sheet);
  sheet.showModal();
}
