/** Locales there is a catalogue of. `en-XA` is a pseudo-locale that shows hard-coded strings. */
export const LOCALES = ["en", "de", "ar", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages people choose from, each by its own name, so that its readers find it. */
export const LANGUAGES = [
  { tag: "en", name: "English" },
  { tag: "de", name: "Deutsch" },
  { tag: "ar", name: "العربية" },
] as const satisfies { tag: Locale; name: string }[];
export type Language = (typeof LANGUAGES)[number]["tag"];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The catalogue to use for a language tag; English when we have none. */
export function localeOf(tag: string): Locale {
  if ((LOCALES as readonly string[]).includes(tag)) return tag as Locale;
  const language = tag.split("-")[0] ?? "en";
  return LOCALES.find((locale) => locale === language) ?? "en";
}

/** A stored or sent choice as a language people may choose; `null` for anything else. */
export function languageOf(choice: unknown): Language | null {
  return LANGUAGES.find(({ tag }) => tag === choice)?.tag ?? null;
}

/** Writing direction for `<html dir>`. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
