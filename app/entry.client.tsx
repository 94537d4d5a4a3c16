import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadTranslator } from "#app/i18n/load.ts";
import { keepTyped } from "#app/ui/keep-typed.tsx";
import { startShortcuts } from "#app/ui/shortcuts.ts";
import { TranslateProvider } from "#app/i18n/use-t.tsx";

declare global {
  interface Window {
    /** The key that made a guest's page start the application; set by public/boot.js. */
    porchlightKey?: KeyboardEvent | undefined;
  }
}

/**
 * Remix decodes the page's data when it first renders and throws the promise of it. Were that left to
 * the hydration, an event meanwhile would make React render at once and fail (error 345). It throws
 * before it calls a hook, so it can be asked beforehand.
 */
async function decodePageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

const [t] = await Promise.all([
  loadTranslator(document.documentElement.dataset.locale ?? "en"),
  decodePageData(),
]);

const TypedKept = keepTyped();

/**
 * Tells public/boot.js that forms can be sent by the application now, and lets the keyboard's shortcuts
 * work: what they show must not be there before React took over the page.
 */
function Running(): null {
  useEffect(() => {
    dispatchEvent(new Event("porchlight:running"));
    const end = startShortcuts(t, window.porchlightKey);
    window.porchlightKey = undefined;
    return end;
  }, []);
  return null;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslateProvider t={t}>
        <RemixBrowser />
        <TypedKept />
        <Running />
      </TranslateProvider>
    </StrictMode>,
  );
});
