import { localeOf } from "./locales.ts";
import { ar } from "./messages/ar.ts";
import { de } from "./messages/de.ts";
import { en } from "./messages/en.ts";
import { pseudo } from "./messages/pseudo.ts";
import { createTranslator, type Translate } from "./translate.ts";

const translators = {
  en: createTranslator("en", en),
  de: createTranslator("de", de),
  ar: createTranslator("ar", ar),
  "en-XA": createTranslator("en-XA", pseudo),
};

/** The server's translator of a language tag, with every catalogue in memory. */
export function translatorOf(tag: string): Translate {
  return translators[localeOf(tag)];
}
