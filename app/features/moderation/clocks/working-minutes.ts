import { dayAt, openTimesOf, type WorkCalendar } from "./work-calendar.ts";

/** Working minutes between two moments, parts of minutes included; 0 when `to` isn't later. */
export function workingMinutes(from: Date, to: Date, calendar: WorkCalendar): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return 0;
  const last = dayAt(calendar, end);
  let sum = 0;
  for (let day = dayAt(calendar, start); day <= last; day += 1) {
    for (const [opens, closes] of openTimesOf(calendar, day)) {
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return sum / 60_000;
}
