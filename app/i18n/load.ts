import { localeOf } from "./locales.ts";
import { createTranslator, type Translate } from "./translate.ts";

/** Loads a locale's catalogue on its own, so that a browser fetches only the one it shows. */
export async function loadTranslator(tag: string): Promise<Translate> {
  const locale = localeOf(tag);
  switch (locale) {
    case "ar":
      return createTranslator("ar", (await import("./messages/ar.ts")).ar);
    case "de":
      return createTranslator("de", (await import("./messages/de.ts")).de);
    case "en-XA":
      return createTranslator("en-XA", (await import("./messages/pseudo.ts")).pseudo);
    default:
      return createTranslator("en", (await import("./messages/en.ts")).en);
  }
}
