import type { Translate } from "./translate.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
const units = new Map<string, Intl.NumberFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

type Day = { year: number; day: number };
const todays = new WeakMap<Date, { timeZone: string; today: Day }>();

const OPTIONS = {
  exact: { dateStyle: "long", timeStyle: "short" },
  parts: { calendar: "gregory", year: "numeric", month: "numeric", day: "numeric" },
  thisYear: { day: "numeric", month: "long" },
  otherYear: { day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function dateFormat(locale: string, timeZone: string, name: keyof typeof OPTIONS) {
  const key = `${locale}|${timeZone}|${name}`;
  let format = formats.get(key);
  if (!format) {
    const tag = locale === "en" ? "en-GB" : locale;
    format = new Intl.DateTimeFormat(tag, { timeZone, ...OPTIONS[name] });
    formats.set(key, format);
  }
  return format;
}

function relative(locale: string, value: number, unit: Intl.RelativeTimeFormatUnit): string {
  let format = relatives.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
    relatives.set(locale, format);
  }
  return format.format(value, unit);
}

/** The calendar day in a zone, as a count of days; two of them differ by the nights between. */
function dayIn(timeZone: string, at: Date): Day {
  const parts = new Map(
    dateFormat("en", timeZone, "parts")
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const year = parts.get("year")!;
  const midnight = Date.UTC(year, parts.get("month")! - 1, parts.get("day")!);
  return { year, day: midnight / DAY };
}

/** A page shows many times and has one present. */
function todayIn(timeZone: string, now: Date): Day {
  const known = todays.get(now);
  if (known?.timeZone === timeZone) return known.today;
  const today = dayIn(timeZone, now);
  todays.set(now, { timeZone, today });
  return today;
}

export type TimeText = { iso: string; text: string; title: string };

/**
 * A moment as a page shows it: relative under seven days, then a date; `title` is the exact time in
 * the community's zone. Made on the server, so that the text does not change on hydration.
 */
export function formatTime(t: Translate, at: Date, now: Date, timeZone: string): TimeText {
  const age = now.getTime() - at.getTime();
  const title = dateFormat(t.locale, timeZone, "exact").format(at);
  const iso = at.toISOString();
  if (age < MINUTE) return { iso, title, text: t("time.now") };
  if (age < HOUR)
    return { iso, title, text: relative(t.locale, -Math.floor(age / MINUTE), "minute") };
  if (age < DAY) return { iso, title, text: relative(t.locale, -Math.floor(age / HOUR), "hour") };
  const then = dayIn(timeZone, at);
  const today = todayIn(timeZone, now);
  if (age < 7 * DAY) {
    // “Yesterday” is a day of the calendar, not 24 to 48 hours; a day with 25 hours still counts.
    const nights = Math.max(1, today.day - then.day);
    return { iso, title, text: relative(t.locale, -nights, "day") };
  }
  const name = then.year === today.year ? "thisYear" : "otherYear";
  return { iso, title, text: dateFormat(t.locale, timeZone, name).format(at) };
}

function unitFormat(locale: string, unit: string): Intl.NumberFormat {
  const key = `${locale}|${unit}`;
  let format = units.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
    units.set(key, format);
  }
  return format;
}

/** `3 Tagen`, out of “in 3 Tagen”: a duration follows a preposition, which asks for the dative. */
function germanDuration(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  const [, ...parts] = new Intl.RelativeTimeFormat("de").formatToParts(value, unit);
  return parts.map((part) => part.value).join("");
}

/**
 * A length of time in words, to the largest fitting unit: `51 minutes`, `3 days`; in German in the
 * form that follows `nach`.
 */
export function formatDuration(t: Translate, milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  const hours = Math.round(milliseconds / HOUR);
  const [value, unit] =
    minutes < 60
      ? ([minutes, "minute"] as const)
      : hours < 48
        ? ([hours, "hour"] as const)
        : ([Math.round(milliseconds / DAY), "day"] as const);
  if (t.locale === "de") return germanDuration(value, unit);
  return unitFormat(t.locale, unit).format(value);
}
