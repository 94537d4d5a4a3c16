import type { Translate } from "#app/i18n/translate.ts";

/** A median in words, as hours or days where it is long; under a minute counts as one. */
export function medianText(t: Translate, minutes: number | null): string {
  if (minutes === null) return "–";
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 60) return t("transparency.minutes", { count: whole });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t("transparency.hours", { count: hours });
  return t("transparency.days", { count: Math.round(minutes / 1_440) });
}
