/** Locales a community can be set to. `en-XA` is a pseudo-locale that shows hard-coded strings. */
export const LOCALES = ["en", "ar", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The catalogue to use for a community's locale; English when we have none. */
export function localeOf(tag: string): Locale {
  if ((LOCALES as readonly string[]).includes(tag)) return tag as Locale;
  const language = tag.split("-")[0] ?? "en";
  return LOCALES.find((locale) => locale === language) ?? "en";
}

/** Writing direction for `<html dir>`. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
