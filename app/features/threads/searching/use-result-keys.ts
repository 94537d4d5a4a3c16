import type { KeyboardEvent } from "react";

const RESULTS = "a[data-result]";

/**
 * Moves between the search box and results by the arrow keys; Escape leads from a result back to the
 * box. Everything else is as the browser has it.
 */
export function onResultKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
  const page = event.currentTarget;
  const box = page.querySelector<HTMLElement>("[data-result-box]");
  const results = [...page.querySelectorAll<HTMLElement>(RESULTS)];
  const inBox = event.target === box;
  const at = results.findIndex((result) => result === event.target);
  if (!inBox && at === -1) return;
  const next =
    event.key === "ArrowDown"
      ? results[at + 1]
      : event.key === "ArrowUp" && !inBox
        ? (results[at - 1] ?? box)
        : event.key === "Escape" && !inBox
          ? box
          : null;
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
