import { describe, expect, it } from "vitest";
import { dueAt } from "./due-at.ts";
import { tellingTime } from "./telling-time.ts";
import { always, calendar, daily } from "./testing/calendars.ts";
import { workingMinutes } from "./working-minutes.ts";

const at = (text: string) => new Date(text);
const office = ["9:00-17:00", "9:00-17:00", "9:00-17:00", "9:00-17:00", "9:00-17:00", "", ""];
const london = calendar("Europe/London", office);

describe("a week of office hours", () => {
  it.each([
    // 2026-03-09 is a Monday, an hour of whose work is left at four.
    ["2026-03-09T09:30:00Z", 60, "2026-03-09T10:30:00Z"],
    ["2026-03-09T16:00:00Z", 60, "2026-03-09T17:00:00Z"],
    ["2026-03-09T16:00:00Z", 61, "2026-03-10T09:01:00Z"],
    ["2026-03-09T03:00:00Z", 30, "2026-03-09T09:30:00Z"],
    ["2026-03-13T16:30:00Z", 60, "2026-03-16T09:30:00Z"],
    ["2026-03-14T12:00:00Z", 480, "2026-03-16T17:00:00Z"],
    ["2026-03-09T09:00:00Z", 40 * 60, "2026-03-13T17:00:00Z"],
    ["2026-03-09T09:00:00Z", 40 * 60 + 1, "2026-03-16T09:01:00Z"],
    ["2026-03-14T12:00:00Z", 0, "2026-03-14T12:00:00Z"],
  ])("%s and %i minutes: %s", (from, minutes, due) => {
    expect(dueAt(at(from), minutes, london)).toEqual(at(due));
  });

  it("measures only what lies in them", () => {
    const from = at("2026-03-13T16:30:00Z");
    expect(workingMinutes(from, at("2026-03-16T09:30:15Z"), london)).toBe(60.25);
    expect(workingMinutes(at("2026-03-14T01:00:00Z"), at("2026-03-15T23:00:00Z"), london)).toBe(0);
    expect(workingMinutes(from, at("2026-03-13T16:00:00Z"), london)).toBe(0);
  });
});

describe("holidays and other weeks", () => {
  it("stands still on a holiday, and through weeks of them", () => {
    const easter = calendar("Europe/London", office, ["2026-04-03", "2026-04-06"]);
    expect(dueAt(at("2026-04-02T15:30:00Z"), 60, easter)).toEqual(at("2026-04-07T08:30:00Z"));
    const august = Array.from(
      { length: 31 },
      (_, day) => `2026-08-${String(day + 1).padStart(2, "0")}`,
    );
    const closed = daily("Europe/London", "9:00-17:00", august);
    expect(dueAt(at("2026-07-31T15:30:00Z"), 60, closed)).toEqual(at("2026-09-01T08:30:00Z"));
    expect(workingMinutes(at("2026-08-01T00:00:00Z"), at("2026-08-31T12:00:00Z"), closed)).toBe(0);
  });

  it("counts several spans a day, touching and overlapping ones once", () => {
    const lunch = daily("UTC", "9:00-12:00 13:00-17:00");
    expect(dueAt(at("2026-03-09T11:30:00Z"), 60, lunch)).toEqual(at("2026-03-09T13:30:00Z"));
    const double = daily("UTC", "9:00-12:00 11:00-13:00 13:00-14:00");
    const day = [at("2026-03-09T00:00:00Z"), at("2026-03-10T00:00:00Z")] as const;
    expect(workingMinutes(...day, double)).toBe(300);
  });

  it("runs a night shift into the next day, but not into or out of a holiday", () => {
    const night = calendar("UTC", ["22:00-6:00", "", "", "", "", "", ""]);
    expect(dueAt(at("2026-03-09T23:00:00Z"), 180, night)).toEqual(at("2026-03-10T02:00:00Z"));
    expect(dueAt(at("2026-03-09T23:00:00Z"), 421, night)).toEqual(at("2026-03-16T22:01:00Z"));
    const eve = { ...night, holidays: new Set(["2026-03-10"]) };
    expect(dueAt(at("2026-03-09T23:00:00Z"), 61, eve)).toEqual(at("2026-03-16T22:01:00Z"));
    const onIt = { ...night, holidays: new Set(["2026-03-09"]) };
    expect(dueAt(at("2026-03-09T20:00:00Z"), 60, onIt)).toEqual(at("2026-03-10T01:00:00Z"));
    const sunday = calendar("UTC", ["", "", "", "", "", "", "22:00-6:00"]);
    expect(dueAt(at("2026-03-08T23:00:00Z"), 120, sunday)).toEqual(at("2026-03-09T01:00:00Z"));
  });

  it("says when there is no such moment", () => {
    expect(dueAt(at("2026-03-09T09:00:00Z"), 1, calendar("UTC", Array<string>(7).fill("")))).toBe(
      null,
    );
    const rare = calendar("UTC", ["9:00-9:01", "", "", "", "", "", ""]);
    expect(dueAt(at("2026-03-09T09:00:00Z"), 100_000, rare)).toBe(null);
  });
});

describe("clocks put forward and back", () => {
  // London: forward on 2026-03-29 at 01:00 UTC, back on 2026-10-25 at 01:00 UTC.
  // New York: forward on 2026-03-08 at 07:00 UTC, back on 2026-11-01 at 06:00 UTC.
  it.each([
    [
      "a day in spring is an hour shorter",
      always("Europe/London"),
      "2026-03-29T00:00:00Z",
      "2026-03-29T23:00:00Z",
      23 * 60,
    ],
    [
      "a day in autumn is an hour longer",
      always("Europe/London"),
      "2026-10-24T23:00:00Z",
      "2026-10-26T00:00:00Z",
      25 * 60,
    ],
    [
      "a night shift in spring",
      daily("Europe/London", "22:00-6:00"),
      "2026-03-28T20:00:00Z",
      "2026-03-29T12:00:00Z",
      7 * 60,
    ],
    [
      "a night shift in autumn",
      daily("Europe/London", "22:00-6:00"),
      "2026-10-24T20:00:00Z",
      "2026-10-25T12:00:00Z",
      9 * 60,
    ],
    [
      "a span that doesn’t happen",
      daily("Europe/London", "1:15-1:45"),
      "2026-03-29T00:00:00Z",
      "2026-03-29T12:00:00Z",
      0,
    ],
    [
      "a span that begins in the hour left out",
      daily("Europe/London", "1:30-3:00"),
      "2026-03-29T00:00:00Z",
      "2026-03-29T12:00:00Z",
      60,
    ],
    [
      "a span of the hour that comes twice",
      daily("Europe/London", "1:00-2:00"),
      "2026-10-25T00:00:00Z",
      "2026-10-25T12:00:00Z",
      120,
    ],
    ["office hours in autumn", london, "2026-10-26T00:00:00Z", "2026-10-26T09:30:00Z", 30],
    ["office hours in spring", london, "2026-03-30T00:00:00Z", "2026-03-30T08:30:00Z", 30],
    [
      "New York in spring",
      daily("America/New_York", "1:00-5:00"),
      "2026-03-08T05:00:00Z",
      "2026-03-08T12:00:00Z",
      3 * 60,
    ],
    [
      "New York in autumn",
      daily("America/New_York", "0:00-5:00"),
      "2026-11-01T04:00:00Z",
      "2026-11-01T12:00:00Z",
      6 * 60,
    ],
    [
      "Riyadh puts none",
      daily("Asia/Riyadh", "8:00-16:00"),
      "2026-03-29T00:00:00+03:00",
      "2026-03-30T00:00:00+03:00",
      8 * 60,
    ],
    [
      "a day that begins at one",
      daily("Africa/Cairo", "0:00-2:00"),
      "2026-04-23T21:00:00Z",
      "2026-04-24T12:00:00Z",
      60,
    ],
  ] as const)("%s", (...[, hours, from, to, minutes]) => {
    expect(workingMinutes(at(from), at(to), hours)).toBe(minutes);
  });

  it.each([
    // Friday afternoon in winter time to Monday in summer time.
    [london, "2026-03-27T16:30:00Z", 60, "2026-03-30T08:30:00Z"],
    [london, "2026-10-23T15:30:00Z", 60, "2026-10-26T09:30:00Z"],
    [calendar("America/New_York", office), "2026-03-06T21:30:00Z", 60, "2026-03-09T13:30:00Z"],
    [calendar("America/New_York", office), "2026-10-30T20:30:00Z", 60, "2026-11-02T14:30:00Z"],
    // Sunday to Thursday, three hours ahead all the year.
    [
      calendar("Asia/Riyadh", [
        "8:00-16:00",
        "8:00-16:00",
        "8:00-16:00",
        "8:00-16:00",
        "",
        "",
        "8:00-16:00",
      ]),
      "2026-03-26T12:30:00Z",
      60,
      "2026-03-29T05:30:00Z",
    ],
    [always("America/New_York"), "2026-03-08T06:30:00Z", 60, "2026-03-08T07:30:00Z"],
    [always("Europe/London"), "2026-10-25T00:30:00Z", 90, "2026-10-25T02:00:00Z"],
  ] as const)("adds across them (%#)", (hours, from, minutes, due) => {
    expect(dueAt(at(from), minutes, hours)).toEqual(at(due));
  });
});

describe("when something may be told", () => {
  it("is in working hours", () => {
    const now = at("2026-03-09T09:00:00Z");
    expect(tellingTime(now, london)).toEqual({ since: null, until: now });
    expect(tellingTime(at("2026-03-09T08:59:59Z"), london)).toBe(null);
    expect(tellingTime(at("2026-03-09T17:02:00Z"), london)).toBe(null);
    expect(tellingTime(at("2026-03-14T12:00:00Z"), london)).toBe(null);
  });

  it("is just after them for what came in their last moments", () => {
    expect(tellingTime(at("2026-03-09T17:00:00Z"), london)).toEqual({
      since: at("2026-03-09T16:58:30Z"),
      until: at("2026-03-09T17:00:00Z"),
    });
    expect(tellingTime(at("2026-03-09T17:01:00Z"), london)).toEqual({
      since: at("2026-03-09T16:59:30Z"),
      until: at("2026-03-09T17:00:00Z"),
    });
  });

  it("doesn’t end at midnight around the clock", () => {
    const now = at("2026-03-09T00:00:00Z");
    expect(tellingTime(now, always("Europe/London"))).toEqual({ since: null, until: now });
  });
});
