import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadTranslator } from "#app/i18n/load.ts";
import { TranslateProvider } from "#app/i18n/use-t.tsx";

const t = await loadTranslator(document.documentElement.dataset.locale ?? "en");

// React answers an event on a page it is still taking over by rendering at once, which fails while
// Remix decodes its data. Until then links and forms work as without scripts.
const DISCRETE = (
  "click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend " +
  "keydown keyup keypress focusin focusout beforeinput input change select submit reset " +
  "compositionstart compositionend copy cut paste drop dragstart dragend"
).split(" ");

function hold(event: Event): void {
  event.stopPropagation();
}

for (const name of DISCRETE) addEventListener(name, hold, true);

/** Lets React have the page's events once it runs the page. */
function Ready(): null {
  useEffect(() => {
    for (const name of DISCRETE) removeEventListener(name, hold, true);
  }, []);
  return null;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslateProvider t={t}>
        <RemixBrowser />
        <Ready />
      </TranslateProvider>
    </StrictMode>,
  );
});
