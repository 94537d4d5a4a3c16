import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadTranslator } from "#app/i18n/load.ts";
import { keepTyped } from "#app/ui/keep-typed.tsx";
import { TranslateProvider } from "#app/i18n/use-t.tsx";

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

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslateProvider t={t}>
        <RemixBrowser />
        <TypedKept />
      </TranslateProvider>
    </StrictMode>,
  );
});
