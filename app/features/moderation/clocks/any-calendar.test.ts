import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAt } from "./due-at.ts";
import { always } from "./testing/calendars.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { workingMinutes } from "./working-minutes.ts";

describe("any calendar", () => {
  const anySpan = fc
    .record({
      starts: fc.integer({ min: 0, max: 1_439 }),
      ends: fc.integer({ min: 0, max: 1_440 }),
    })
    .filter(({ starts, ends }) => starts !== ends);
  const anyDate = fc
    .integer({ min: 20_400, max: 20_900 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
    timeZone: fc.constantFrom(
      "Europe/London",
      "America/New_York",
      "Asia/Riyadh",
      "Africa/Cairo",
      "Australia/Lord_Howe",
      "America/Havana",
      "UTC",
    ),
    week: fc.array(fc.array(anySpan, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    holidays: fc.array(anyDate, { maxLength: 60 }).map((days) => new Set(days)),
  });
  // Two years with every change of the clocks, to the second.
  const anyMoment = fc
    .integer({ min: 20_400 * 86_400, max: 21_000 * 86_400 })
    .map((seconds) => new Date(seconds * 1_000));
  const anyMinutes = fc.integer({ min: 1, max: 12_000 });

  it("gives back what was added", () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyMinutes, (hours, from, minutes) => {
        const due = dueAt(from, minutes, hours);
        if (!due) return;
        expect(workingMinutes(from, due, hours)).toBeCloseTo(minutes, 6);
        // Not a moment later than it has to be.
        expect(workingMinutes(from, new Date(due.getTime() - 1), hours)).toBeLessThan(minutes);
      }),
      { numRuns: 150 },
    );
  });

  it("goes forward only, and sums up", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.array(anyMoment, { minLength: 3, maxLength: 3 }),
        (hours, some) => {
          const [a, b, c] = some.sort((one, other) => one.getTime() - other.getTime());
          const [ab, bc, ac] = [
            workingMinutes(a!, b!, hours),
            workingMinutes(b!, c!, hours),
            workingMinutes(a!, c!, hours),
          ];
          expect(ab + bc).toBeCloseTo(ac, 4);
          expect(ac).toBeGreaterThanOrEqual(ab);
          expect(ac).toBeLessThanOrEqual((c!.getTime() - a!.getTime()) / 60_000);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is due later the later it begins and the longer it may take", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMoment,
        fc.tuple(fc.nat(500_000), anyMinutes, fc.nat(500)),
        (hours, from, [seconds, minutes, more]) => {
          const later = new Date(from.getTime() + seconds * 1_000);
          const due = dueAt(from, minutes, hours)?.getTime() ?? Infinity;
          expect(dueAt(later, minutes, hours)?.getTime() ?? Infinity).toBeGreaterThanOrEqual(due);
          expect(dueAt(from, minutes + more, hours)?.getTime() ?? Infinity).toBeGreaterThanOrEqual(
            due,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it("around the clock is elapsed time", () => {
    fc.assert(
      fc.property(
        anyMoment,
        anyMinutes,
        fc.constantFrom("Europe/London", "America/Havana"),
        (from, minutes, zone) => {
          expect(dueAt(from, minutes, always(zone))).toEqual(
            new Date(from.getTime() + minutes * 60_000),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
