import type { Translate } from "#app/i18n/translate.ts";

export type DayText = { iso: string; text: string };

/** A day (`2026-11-23`) in words. */
export function dayText(t: Translate, day: string): DayText {
  const locale = t.locale === "en" ? "en-GB" : t.locale;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return { iso: day, text: format.format(new Date(`${day}T00:00:00Z`)) };
}
