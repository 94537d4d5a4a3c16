import { dayAt, openTimesOf, type WorkCalendar } from "./work-calendar.ts";

/** What came up to `until` may be told of now; after hours only what came after `since`. */
export type TellingTime = { since: Date | null; until: Date };

/** A little more than the time between two looks, so that nothing falls between them. */
const AFTER_HOURS = 90_000;

/**
 * What may be told of at a moment; `null` outside working hours. What came in their last moments is
 * told of in the look that follows, even though they have just ended.
 */
export function tellingTime(now: Date, calendar: WorkCalendar): TellingTime | null {
  const at = now.getTime();
  const day = dayAt(calendar, at);
  const times = [...openTimesOf(calendar, day - 1), ...openTimesOf(calendar, day)];
  if (times.some(([opens, closes]) => opens <= at && at < closes)) {
    return { since: null, until: now };
  }
  const ended = Math.max(...times.map(([, closes]) => closes).filter((closes) => closes <= at), 0);
  if (at - ended >= AFTER_HOURS) return null;
  return { since: new Date(at - AFTER_HOURS), until: new Date(ended) };
}
