import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadTranslator } from "#app/i18n/load.ts";
import { TranslateProvider } from "#app/i18n/use-t.tsx";

const t = await loadTranslator(document.documentElement.dataset.locale ?? "en");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslateProvider t={t}>
        <RemixBrowser />
      </TranslateProvider>
    </StrictMode>,
  );
});
