import { useEffect } from "react";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";

/** The link of the case before or after the open one; the first when none is open. */
function neighbour(by: 1 | -1): HTMLAnchorElement | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".pl-cases a[data-case]")];
  const at = links.findIndex((link) => link.ariaCurrent === "true");
  return links[at === -1 ? 0 : at + by];
}

/** Writes a prepared reply into the message; what was typed there stays above it. */
function takeReply(button: HTMLElement): void {
  const field = document.querySelector<HTMLTextAreaElement>("#decide-reason");
  const text = button.dataset.text ?? "";
  if (!field || field.value.includes(text)) return field?.focus();
  field.value = field.value === "" ? text : `${field.value}\n${text}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function focusOn(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector);
  field?.scrollIntoView({ block: "nearest" });
  field?.focus();
}

function act(key: string): boolean {
  if (key === "j" || key === "k") {
    const link = neighbour(key === "j" ? 1 : -1);
    link?.scrollIntoView({ block: "nearest" });
    link?.click();
    return link !== undefined;
  }
  if (/^[1-9]$/.test(key)) {
    const reply = document.querySelectorAll<HTMLElement>("[data-canned] button")[Number(key) - 1];
    if (reply) takeReply(reply);
    return reply !== undefined;
  }
  if (key === "r") focusOn("#decide-reason");
  else if (key === "n") focusOn("#note");
  else if (key === "x") {
    const own = document.querySelector<HTMLInputElement>(".pl-case.is-open .pl-case__x input");
    own?.click();
  } else {
    const button = document.querySelector<HTMLElement>(`[data-desk-key="${key}"]`);
    button?.click();
    return button !== null;
  }
  return true;
}

/**
 * The desk by keyboard: j and k go through the queue, letters press what carries them, digits take a
 * prepared reply; Escape leaves a field. They come before the site's own shortcuts.
 */
export function useDeskKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.documentElement.dataset.shortcuts === "off") return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest(TYPING)) {
        if (event.key === "Escape") target.blur();
        return;
      }
      if (document.querySelector("dialog[open], :popover-open") || event.repeat) return;
      if (!act(event.key.toLowerCase())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onClick = ({ target }: MouseEvent) => {
      const reply = target instanceof Element ? target.closest("[data-canned] button") : null;
      if (reply instanceof HTMLElement) takeReply(reply);
    };
    addEventListener("keydown", onKey, { capture: true });
    addEventListener("click", onClick);
    return () => {
      removeEventListener("keydown", onKey, { capture: true });
      removeEventListener("click", onClick);
    };
  }, []);
}
