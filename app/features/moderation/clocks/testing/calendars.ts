import { ALWAYS, type WorkCalendar, type WorkSpan } from "../work-calendar.ts";

const clock = (text: string) => {
  const [hours, minutes] = text.split(":").map(Number);
  return hours! * 60 + minutes!;
};

const span = (text: string): WorkSpan => {
  const [starts, ends] = text.split("-");
  return { starts: clock(starts!), ends: clock(ends!) };
};

/** A week of seven days like `9:00-12:00 13:00-17:00`, Monday first. */
export function calendar(timeZone: string, days: string[], holidays: string[] = []): WorkCalendar {
  const week = days.map((day) => (day === "" ? [] : day.split(" ").map(span)));
  return { timeZone, week, holidays: new Set(holidays) };
}

/** The same every day. */
export const daily = (timeZone: string, day: string, holidays: string[] = []) =>
  calendar(timeZone, Array<string>(7).fill(day), holidays);

/** Around the clock. */
export const always = (timeZone: string): WorkCalendar => ({
  timeZone,
  week: ALWAYS,
  holidays: new Set(),
});
