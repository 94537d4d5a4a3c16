import { Temporal } from "temporal-polyfill";

/** Minutes by the wall clock, 0 to 1440; an end at or before the start is on the next day. */
export type WorkSpan = { starts: number; ends: number };

export type WorkCalendar = {
  timeZone: string;
  /** Seven days, Monday first; a span belongs to the day it begins on. */
  week: readonly (readonly WorkSpan[])[];
  /** Dates (`2026-12-25`) without work, midnight to midnight, also of a span from the eve. */
  holidays: ReadonlySet<string>;
};

/** From the first to before the second, in milliseconds since 1970. */
export type OpenTime = readonly [from: number, to: number];

const DAY_MINUTES = 1_440;
const DAY_MS = 86_400_000;

/** Every day around the clock. */
export const ALWAYS: WorkCalendar["week"] = Array.from({ length: 7 }, () => [
  { starts: 0, ends: DAY_MINUTES },
]);

const EPOCH = Temporal.PlainDate.from("1970-01-01");

type KnownDay = { begins: number; times?: readonly OpenTime[] };
const known = new WeakMap<WorkCalendar, Map<number, KnownDay>>();

/**
 * The moment a wall clock shows a time: the first of two where it is put back, and where it is put
 * forward over that time, the moment of that. Spans that meet therefore neither overlap nor leave a gap.
 */
function momentOf(date: Temporal.PlainDate, minute: number, timeZone: string): number {
  if (minute === 0) return date.toZonedDateTime(timeZone).epochMilliseconds;
  if (minute === DAY_MINUTES) return momentOf(date.add({ days: 1 }), 0, timeZone);
  const wall = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const shown = wall.toZonedDateTime(timeZone);
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds;
  const before = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return (before.getTimeZoneTransition("next") ?? shown).epochMilliseconds;
}

/** What is worked on one date, in order, without overlaps. */
function minutesOf({ week }: WorkCalendar, day: number): [number, number][] {
  // The first of 1970 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  const own = (week[weekday] ?? []).map(({ starts, ends }): [number, number] => [
    starts,
    ends > starts ? ends : DAY_MINUTES,
  ]);
  const eve = (week[(weekday + 6) % 7] ?? []).flatMap(({ starts, ends }): [number, number][] =>
    ends <= starts && ends > 0 ? [[0, ends]] : [],
  );
  const merged: [number, number][] = [];
  for (const [from, to] of [...eve, ...own].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What was worked out of a date before, with the moment it begins. */
function knownDay(calendar: WorkCalendar, day: number): KnownDay {
  let days = known.get(calendar);
  if (!days) known.set(calendar, (days = new Map<number, KnownDay>()));
  let found = days.get(day);
  if (!found) {
    found = { begins: momentOf(EPOCH.add({ days: day }), 0, calendar.timeZone) };
    days.set(day, found);
  }
  return found;
}

/** The calendar's date at a moment, as days since 1970-01-01: the last that has begun. */
export function dayAt(calendar: WorkCalendar, at: number): number {
  let day = Math.floor(at / DAY_MS) + 1;
  while (knownDay(calendar, day).begins > at) day -= 1;
  return day;
}

/** When work is done on a date (days since 1970-01-01), in order, without overlaps. */
export function openTimesOf(calendar: WorkCalendar, day: number): readonly OpenTime[] {
  const found = knownDay(calendar, day);
  if (!found.times) {
    const date = EPOCH.add({ days: day });
    const { holidays, timeZone } = calendar;
    const minutes = holidays.has(date.toString()) ? [] : minutesOf(calendar, day);
    found.times = minutes
      .map(([from, to]): OpenTime => [momentOf(date, from, timeZone), momentOf(date, to, timeZone)])
      .filter(([from, to]) => to > from);
  }
  return found.times;
}
