import { z } from "zod";
import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import type { Holiday } from "./load-clocks.server.ts";
import { targetField, warnField, WEEKDAYS } from "./field-names.ts";
import { overlap, readDuration, readSpans } from "./read-times.ts";
import { MOST_MINUTES, PRIORITIES, QUEUES, type Target, type Targets } from "./targets.ts";
import type { WorkSpan } from "./work-calendar.ts";

const MOST_SPANS = 6;
const MOST_HOLIDAYS = 400;
const NAME_LENGTH = 100;

const line = z.string().max(200).default("");

/** Which of the page's forms was sent. */
export const clockForm = z.object({ do: z.enum(["hours", "holidays", "targets", "queues"]) });

export const hoursForm = z.object({
  timeZone: z.string().trim().min(1).max(100),
  ...(Object.fromEntries(WEEKDAYS.map((day) => [`day-${day}`, line])) as Record<
    `day-${(typeof WEEKDAYS)[number]}`,
    typeof line
  >),
});

export const holidaysForm = z.object({ holidays: z.string().max(50_000).default("") });

export const queuesForm = z.object({
  unansweredHours: z.coerce.number().catch(Number.NaN),
  incidentCount: z.coerce.number().catch(Number.NaN),
});

export const targetsForm = z.object(
  Object.fromEntries(
    QUEUES.flatMap((queue) => [
      ...PRIORITIES.map((priority) => [targetField(queue, priority), line] as const),
      [warnField(queue), line] as const,
    ]),
  ) as Record<string, typeof line>,
);

function refuse(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0) throw new InvalidError(fields);
}

/** A submitted week, Monday first. Throws InvalidError. */
export function weekOf(given: z.infer<typeof hoursForm>): WorkSpan[][] {
  const fields: FieldErrors = {};
  const week = WEEKDAYS.map((day) => {
    const name = `day-${day}` as const;
    const spans = readSpans(given[name]);
    if (!spans) fields[name] = { key: "clocks.hoursBad" };
    else if (spans.length > MOST_SPANS) {
      fields[name] = { key: "clocks.hoursMany", params: { max: MOST_SPANS } };
    } else if (overlap(spans)) fields[name] = { key: "clocks.hoursOverlap" };
    return spans ?? [];
  });
  refuse(fields);
  return week;
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:[\s:,]+(.*))?$/;

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Submitted holidays in their order; the last name of a day that comes twice. Throws InvalidError. */
export function holidaysOf({ holidays }: z.infer<typeof holidaysForm>): Holiday[] {
  const days = new Map<string, string>();
  const lines = holidays.split(/\r\n?|\n/);
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const [, day, name] = DAY.exec(text.trim()) ?? [];
    if (day === undefined || !isDay(day)) {
      throw new InvalidError({
        holidays: { key: "clocks.holidaysBad", params: { line: index + 1 } },
      });
    }
    days.set(
      day,
      Array.from((name ?? "").trim())
        .slice(0, NAME_LENGTH)
        .join(""),
    );
  }
  if (days.size > MOST_HOLIDAYS) {
    throw new InvalidError({
      holidays: { key: "clocks.holidaysMany", params: { max: MOST_HOLIDAYS } },
    });
  }
  return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Submitted targets. Throws InvalidError. */
export function targetsOf(given: z.infer<typeof targetsForm>): Targets {
  const fields: FieldErrors = {};
  const rowOf = (queue: string): readonly Target[] => {
    const share = Number(given[warnField(queue)]);
    const fits = Number.isInteger(share) && share >= 1 && share <= 99;
    if (!fits) fields[warnField(queue)] = { key: "clocks.warnBad" };
    return PRIORITIES.map((priority) => {
      const name = targetField(queue, priority);
      const minutes = readDuration(given[name] ?? "");
      if (minutes === undefined) {
        const max = Math.floor(MOST_MINUTES / 60);
        fields[name] = { key: "clocks.targetBad", params: { max } };
      }
      return { minutes: minutes ?? null, warnShare: share };
    });
  };
  const targets = Object.fromEntries(QUEUES.map((queue) => [queue, rowOf(queue)]));
  refuse(fields);
  return targets as unknown as Targets;
}
