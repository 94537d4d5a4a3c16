import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable=true]";

/** A letter presses the button that carries it; before the site's own shortcuts. */
export function useReviewKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
        return;
      if (document.documentElement.dataset.shortcuts === "off") return;
      if (event.target instanceof HTMLElement && event.target.closest(TYPING)) return;
      if (document.querySelector("dialog[open], :popover-open")) return;
      if (!/^[ahs]$/i.test(event.key)) return;
      const key = event.key.toLowerCase();
      const button = document.querySelector<HTMLElement>(`[data-review-key="${key}"]`);
      if (!button) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      button.click();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
