import { dayAt, openTimesOf, type WorkCalendar } from "./work-calendar.ts";

const MINUTE = 60_000;
/** Days that are looked through, ten years: after that there is no such moment. */
const DAYS = 3_660;

/**
 * The moment when so many working minutes have gone by since `from`; the end of a working day rather
 * than the start of the next. `null` when the calendar has too few.
 */
export function dueAt(from: Date, minutes: number, calendar: WorkCalendar): Date | null {
  if (minutes <= 0) return from;
  if (calendar.week.every((spans) => spans.length === 0)) return null;
  let left = minutes * MINUTE;
  const start = from.getTime();
  const first = dayAt(calendar, start);
  for (let day = first; day < first + DAYS; day += 1) {
    for (const [opens, closes] of openTimesOf(calendar, day)) {
      const here = closes - Math.max(opens, start);
      if (here <= 0) continue;
      if (here >= left) return new Date(closes - here + left);
      left -= here;
    }
  }
  return null;
}
