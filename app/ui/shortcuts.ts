import type { Translate } from "#app/i18n/translate.ts";
import { openShortcutSheet } from "./shortcut-sheet.ts";

const WITHIN = 1_000;
const TYPING = "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox]";

/** The Latin letter of a key, also where the keyboard writes another script. */
function keyOf(event: KeyboardEvent): string {
  if (event.key === "؟") return "?";
  if (/^[!-~]$/.test(event.key)) return event.key;
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? event.key;
}

function isForUs(event: KeyboardEvent): boolean {
  if (document.documentElement.dataset.shortcuts === "off") return false;
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(TYPING)) return false;
  return !document.querySelector("dialog[open], :popover-open");
}

const shown = (element: HTMLElement) => element.checkVisibility();

/** Posts of a thread, or the titles of a list. */
function stops(): HTMLElement[] {
  const posts = [...document.querySelectorAll<HTMLElement>("main article.pl-post[id]")];
  const rows = document.querySelectorAll<HTMLElement>("main .pl-row__t a");
  return (posts.length > 0 ? posts : [...rows]).filter(shown);
}

/** The stop that has the focus, holds it, or is the one the address leads to; -1 for none. */
function current(all: HTMLElement[]): number {
  const row = document.activeElement?.closest(".pl-row")?.querySelector(".pl-row__t a");
  const at = row ?? document.activeElement?.closest("article.pl-post[id]");
  const marked = all.findIndex((stop) => stop.matches(":target, [data-here]"));
  return at ? all.indexOf(at as HTMLElement) : marked;
}

function move(by: 1 | -1): void {
  const all = stops();
  const at = current(all);
  const next = all[at === -1 ? (by === 1 ? 0 : -1) : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: next.matches("a") ? "nearest" : "start" });
}

/** Presses what is marked with a key's word: in the post one is at, else anywhere in the page. */
function press(word: string, anywhere = true): void {
  const all = stops();
  const here = all[current(all)]?.closest("article");
  const selector = `[data-key="${word}"]`;
  const found =
    here?.querySelector<HTMLElement>(selector) ??
    (anywhere ? document.querySelector<HTMLElement>(`main ${selector}`) : null);
  found?.click();
}

function reply(): void {
  const all = stops();
  const here = all[current(all)]
    ?.closest("article")
    ?.querySelector<HTMLElement>("[data-key=reply]");
  if (here) return here.click();
  const place = document.getElementById("answer");
  const field = place?.querySelector<HTMLElement>("textarea, [contenteditable=true], a");
  place?.scrollIntoView();
  field?.focus();
}

function search(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=search]")];
  const field = fields.find(shown);
  if (field) field.focus();
  else location.assign("/search");
}

const open = () => {
  const all = stops();
  const at = all[current(all)];
  if (at instanceof HTMLAnchorElement) at.click();
};

const up = () => [...document.querySelectorAll<HTMLAnchorElement>(".pl-crumbs a")].at(-1)?.click();

/**
 * Listens for shortcuts until the function given back is called; `first` is the key that made a
 * guest's page start the application.
 */
export function startShortcuts(t: Translate, first?: KeyboardEvent): () => void {
  let before = { key: "", at: 0 };
  const keys: Record<string, () => void> = {
    "?": () => openShortcutSheet(t),
    j: () => move(1),
    k: () => move(-1),
    o: open,
    u: up,
    r: reply,
    e: () => press("edit", false),
    l: () => press("helpful"),
    s: () => press("same"),
    b: () => press("bookmark"),
    f: () => press("follow"),
    c: () => location.assign("/ask"),
    "/": search,
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isForUs(event)) return;
    const key = keyOf(event);
    const second = before.key === "g" && event.timeStamp - before.at < WITHIN;
    before = { key, at: event.timeStamp };
    if (second && key === "h") return location.assign("/");
    const act = keys[key];
    if (!act || (event.repeat && key !== "j" && key !== "k")) return;
    event.preventDefault();
    act();
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-sheet]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openShortcutSheet(t);
  };
  addEventListener("keydown", onKey);
  addEventListener("click", onClick);
  if (first && performance.now() - first.timeStamp < 4 * WITHIN) onKey(first);
  return () => {
    removeEventListener("keydown", onKey);
    removeEventListener("click", onClick);
  };
}
