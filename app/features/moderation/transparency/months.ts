/** The twelve months to now in a zone, as `2026-11`, newest first. */
export function lastMonths(now: Date, timeZone: string): string[] {
  const parts = new Intl.DateTimeFormat("en", {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone,
    year: "numeric",
    month: "numeric",
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value);
  const last = part("year") * 12 + part("month") - 1;
  return Array.from({ length: 12 }, (_, back) => {
    const month = last - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/** `2026-11` in words: "November 2026". */
export function monthName(locale: string, month: string): string {
  const tag = locale === "en" ? "en-GB" : locale;
  const format = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
