import { useLayoutEffect } from "react";

/**
 * React puts a textarea's first text back when it takes over a page (facebook/react#12955), so what
 * was typed before would be lost. Called before that, this notes what is typed; the component it
 * gives puts it back.
 */
export function keepTyped(): () => null {
  const typed = new Map<HTMLTextAreaElement, string>();
  const note = (field: EventTarget | null) => {
    if (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) {
      typed.set(field, field.value);
    }
  };
  const onInput = (event: Event) => note(event.target);
  document.querySelectorAll("textarea").forEach(note);
  addEventListener("input", onInput, true);

  return function TypedKept(): null {
    // Before anything else can happen on the page: its form may be sent the next moment.
    useLayoutEffect(() => {
      removeEventListener("input", onInput, true);
      for (const [field, text] of typed) field.value = text;
      typed.clear();
    }, []);
    return null;
  };
}
