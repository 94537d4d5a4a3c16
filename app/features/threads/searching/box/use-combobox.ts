import { useEffect, useState, type RefObject } from "react";
import { keyActOf, type KeyAct } from "./combobox-keys.ts";
import { useListener } from "./use-listener.ts";

type Setup = {
  input: HTMLInputElement;
  popup: RefObject<HTMLElement>;
  listId: string;
  /** What is typed: the list comes up whenever it changes. */
  words: string;
  /** What is shown: when it is another, the keys go back to the text. */
  content: unknown;
  /** How many options there are; with none the list stays closed. */
  count: number;
  /** How many of the first options can be taken away, and what does it. */
  removable: number;
  onRemove: (at: number) => void;
};

export type Combobox = {
  isOpen: boolean;
  /** The option that the keys are on; -1 for the text. */
  active: number;
  open: () => void;
  close: () => void;
};

/** Presses an option as a click would, with what is held, so that Ctrl opens a new tab. */
function press(id: string, held: KeyboardEvent): void {
  const { ctrlKey, metaKey, shiftKey } = held;
  const click = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey };
  document.getElementById(id)?.dispatchEvent(new MouseEvent("click", click));
}

function empty(input: HTMLInputElement): void {
  input.value = "";
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Says to assistive technology whether the list is open and which option the keys are on. */
function useSaidState(input: HTMLInputElement, listId: string, { isOpen, active }: Combobox): void {
  useEffect(() => {
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return undefined;
    input.setAttribute("aria-controls", listId);
    const option = document.getElementById(`${listId}-${active}`);
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
    return () => {
      input.removeAttribute("aria-controls");
      input.removeAttribute("aria-activedescendant");
    };
  }, [input, listId, isOpen, active]);
}

/** Closes the list when the focus or a finger goes elsewhere. */
function useLeaving({ input, popup }: Setup, { isOpen, close }: Combobox): void {
  useListener(input, "blur", ({ relatedTarget }) => {
    if (!popup.current?.contains(relatedTarget as Node | null)) close();
  });
  useListener(isOpen ? document.documentElement : null, "pointerdown", ({ target }) => {
    // A touch beside the box need not take the focus from it.
    if (!input.form?.contains(target as Node)) close();
  });
}

/**
 * The state and the keys of an editable combobox around a box that keeps the focus. Options are the
 * elements with the ids `${listId}-${index}`.
 */
export function useCombobox(setup: Setup): Combobox {
  const { input, listId, words, content, count, removable, onRemove } = setup;
  const [wanted, setWanted] = useState(() => document.activeElement === input);
  const [at, setActive] = useState(-1);
  const active = Math.min(at, count - 1);
  const [seen, setSeen] = useState({ words, content });
  const isOpen = wanted && count > 0;
  if (seen.words !== words || seen.content !== content) {
    setSeen({ words, content });
    setActive(-1);
    if (seen.words !== words) setWanted(true);
  }
  const show = (to: number) => {
    setWanted(true);
    setActive(to);
  };
  const close = () => {
    setWanted(false);
    setActive(-1);
  };
  const combobox = { isOpen, active, open: () => show(-1), close };
  useSaidState(input, listId, combobox);
  useLeaving(setup, combobox);

  const obey = (done: KeyAct, event: KeyboardEvent): void => {
    if (done.act === "open") show(done.to);
    else if (done.act === "move") setActive(done.to);
    else if (done.act === "choose") press(`${listId}-${active}`, event);
    else if (done.act === "remove") onRemove(active);
    else if (done.act === "text") setActive(-1);
    else if (done.act === "empty") empty(input);
    else close();
  };
  useListener(input, "keydown", (event) => {
    // Safari ends a word before the Enter that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    const done = keyActOf(event, { isOpen, active, count, removable });
    if (!done) return;
    if (done.act !== "text" && done.act !== "leave") event.preventDefault();
    obey(done, event);
  });
  return combobox;
}
