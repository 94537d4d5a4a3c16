import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "./locales.ts";
import type { Messages, MessageKey } from "./messages/en.ts";

export type { MessageKey } from "./messages/en.ts";
export type MessageParams = Record<string, string | number | Date>;

/** Catalogue key and parameters → text. */
export type Translate = {
  (key: MessageKey, params?: MessageParams): string;
  /** The catalogue's locale, for Intl. */
  locale: string;
  /** The catalogue itself, for `<html lang>` and to find it again in the browser. */
  catalogue: Locale;
};

/** ICU messages are parsed once a translator; plain ones are returned as they are. */
export function createTranslator(catalogue: Locale, messages: Messages): Translate {
  const locale = catalogue === "en-XA" ? "en" : catalogue;
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const translate = (key: MessageKey, params?: MessageParams): string => {
    const message = messages[key] ?? key;
    if (!message.includes("{") && !message.includes("'")) return message;
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale, undefined, {
        ignoreTag: true,
      });
      formats.set(key, format);
    }
    return String(format.format(params));
  };
  return Object.assign(translate, { locale, catalogue });
}

/** For keys that come from data, such as a stored error: the key itself when unknown. */
export function translateKey(t: Translate, key: string, params?: MessageParams): string {
  return t(key as MessageKey, params);
}
