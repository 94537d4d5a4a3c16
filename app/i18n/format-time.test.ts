import { describe, expect, it } from "vitest";
import { formatNumber } from "./format-number.ts";
import { formatDuration, formatTime } from "./format-time.ts";
import { translatorOf } from "./translators.server.ts";

const en = translatorOf("en");
const ar = translatorOf("ar");
const de = translatorOf("de");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = new Date("2026-11-23T12:00:00Z");

const textOf = (t: typeof en, age: number, zone = "UTC") =>
  formatTime(t, new Date(NOON.getTime() - age), NOON, zone).text;

describe("formatTime", () => {
  it("is relative under seven days", () => {
    expect(textOf(en, -HOUR)).toBe("just now");
    expect(textOf(en, MINUTE - 1)).toBe("just now");
    expect(textOf(en, MINUTE)).toBe("1 min. ago");
    expect(textOf(en, HOUR - 1)).toBe("59 min. ago");
    expect(textOf(en, HOUR)).toBe("1 hr. ago");
    expect(textOf(en, DAY - 1)).toBe("23 hr. ago");
    expect(textOf(en, DAY)).toBe("yesterday");
    expect(textOf(en, 3 * DAY)).toBe("3 days ago");
    expect(textOf(en, 6 * DAY)).toBe("6 days ago");
  });

  it("is a date from seven days on, with the year when it is another one", () => {
    expect(textOf(en, 7 * DAY)).toBe("16 November");
    expect(textOf(en, 365 * DAY)).toBe("23 November 2025");
  });

  it("counts days by the community’s calendar", () => {
    // 47 hours before noon it was 13:00 of the day before yesterday.
    expect(textOf(en, 47 * HOUR)).toBe("2 days ago");
    // Auckland is 13 hours ahead: it is 01:00 there, and 26 hours ago it was 23:00 two days back.
    expect(textOf(en, 26 * HOUR, "Pacific/Auckland")).toBe("2 days ago");
    expect(textOf(en, 26 * HOUR, "UTC")).toBe("yesterday");
  });

  it("calls a day with 25 hours a day", () => {
    const at = new Date("2026-10-24T22:10:00Z");
    const now = new Date("2026-10-25T22:50:00Z");
    expect(formatTime(en, at, now, "Europe/Berlin").text).toBe("yesterday");
  });

  it("takes day and year from the community’s zone", () => {
    const at = new Date("2026-01-01T02:00:00Z");
    const now = new Date("2026-03-01T12:00:00Z");
    expect(formatTime(en, at, now, "UTC").text).toBe("1 January");
    expect(formatTime(en, at, now, "America/Los_Angeles").text).toBe("31 December 2025");
  });

  it("has the exact time in the community’s zone as title, and the moment in UTC", () => {
    const at = new Date("2026-06-30T21:30:00Z");
    expect(formatTime(en, at, NOON, "Asia/Riyadh")).toEqual({
      iso: "2026-06-30T21:30:00.000Z",
      text: "1 July",
      title: "1 July 2026 at 00:30",
    });
  });

  it("writes Arabic as Intl does", () => {
    expect(textOf(ar, 0)).toBe("الآن");
    expect(textOf(ar, 2 * HOUR)).toBe("قبل ساعتين");
    const intl = new Intl.RelativeTimeFormat("ar", { numeric: "auto", style: "short" });
    expect(textOf(ar, 15 * MINUTE)).toBe(intl.format(-15, "minute"));
    expect(textOf(ar, 5 * DAY)).toBe(intl.format(-5, "day"));
    const date = new Intl.DateTimeFormat("ar", { day: "numeric", month: "long", timeZone: "UTC" });
    expect(textOf(ar, 8 * DAY)).toBe(date.format(new Date(NOON.getTime() - 8 * DAY)));
  });
});

describe("formatTime in German", () => {
  it("is as German pages have it", () => {
    expect(textOf(de, 0)).toBe("gerade eben");
    expect(textOf(de, HOUR)).toBe("vor 1 Std.");
    expect(textOf(de, DAY)).toBe("gestern");
    expect(textOf(de, 2 * DAY)).toBe("vorgestern");
    expect(textOf(de, 5 * DAY)).toBe("vor 5 Tagen");
    expect(textOf(de, 7 * DAY)).toBe("16. November");
    expect(textOf(de, 365 * DAY)).toBe("23. November 2025");
    const at = new Date("2026-06-30T21:30:00Z");
    expect(formatTime(de, at, NOON, "Europe/Berlin").title).toBe("30. Juni 2026 um 23:30");
  });
});

describe("formatDuration", () => {
  it("uses the largest fitting unit", () => {
    expect(formatDuration(en, 0)).toBe("1 minute");
    expect(formatDuration(en, 51 * MINUTE)).toBe("51 minutes");
    expect(formatDuration(en, HOUR)).toBe("1 hour");
    expect(formatDuration(en, 47 * HOUR)).toBe("47 hours");
    expect(formatDuration(en, 2 * DAY)).toBe("2 days");
    expect(formatDuration(en, 40 * DAY)).toBe("40 days");
  });

  it("never says sixty minutes or forty-eight hours", () => {
    expect(formatDuration(en, HOUR - 1)).toBe("1 hour");
    expect(formatDuration(en, 2 * DAY - 1)).toBe("2 days");
  });

  it("is what follows “nach” in German", () => {
    expect(formatDuration(de, 0)).toBe("1 Minute");
    expect(formatDuration(de, 51 * MINUTE)).toBe("51 Minuten");
    expect(formatDuration(de, HOUR)).toBe("1 Stunde");
    expect(formatDuration(de, 2 * DAY)).toBe("2 Tagen");
    expect(formatDuration(de, 1_234 * DAY)).toBe("1.234 Tagen");
  });

  it("has the dual and the plural in Arabic", () => {
    expect(formatDuration(ar, 2 * HOUR)).toBe("ساعتان");
    expect(formatDuration(ar, 3 * DAY)).toMatch(/أيام$/);
  });
});

describe("formatNumber", () => {
  it("groups and uses the digits of the locale", () => {
    expect(formatNumber(en, 1_234_567)).toBe("1,234,567");
    expect(formatNumber(ar, 1_234_567)).toBe(new Intl.NumberFormat("ar").format(1_234_567));
    expect(formatNumber(de, 1_234_567)).toBe("1.234.567");
    expect(formatNumber(ar, 0)).toBe(new Intl.NumberFormat("ar").format(0));
  });
});
