import { Temporal } from "temporal-polyfill";
import type { Period } from "./get-clock-report.server.ts";

/** First and last day, both within. */
export type ReportDays = { from: string; to: string };

const MOST_DAYS = 366;
const USUAL_DAYS = 30;

function readDay(text: string | null): Temporal.PlainDate | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/**
 * The days asked for, in the community's zone, and their moments; the last thirty when none are asked
 * for, or wrong ones (`wrong`).
 */
export function reportPeriod(
  query: URLSearchParams,
  { now, timeZone }: { now: Date; timeZone: string },
): { days: ReportDays; period: Period; wrong: boolean } {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const asked = query.has("from") || query.has("to");
  const [from, to] = [readDay(query.get("from")), readDay(query.get("to"))];
  const length = from && to ? from.until(to).days + 1 : 0;
  const fits = length >= 1 && length <= MOST_DAYS;
  const first = fits ? from! : today.subtract({ days: USUAL_DAYS - 1 });
  const last = fits ? to! : today;
  const start = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return {
    days: { from: first.toString(), to: last.toString() },
    period: { from: start(first), to: start(last.add({ days: 1 })) },
    wrong: asked && !fits,
  };
}
