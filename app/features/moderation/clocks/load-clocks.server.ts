import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "#db/client.server.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { DEFAULT_TARGETS, PRIORITIES, QUEUES, type Target, type Targets } from "./targets.ts";
import { ALWAYS, type WorkCalendar, type WorkSpan } from "./work-calendar.ts";

export type Holiday = { day: string; name: string };

/** What a community's clocks go by, as its rows say. */
export type ClockRows = {
  timeZone: string;
  /** Seven days, Monday first; all of them empty: around the clock. */
  week: WorkSpan[][];
  holidays: Holiday[];
  targets: Targets;
};

export type Clocks = ClockRows & {
  calendar: WorkCalendar;
  /** A digest of all that a due time in a queue follows from. */
  basisOf: (queue: Queue, priority: number) => string;
};

type Row = {
  time_zone: string;
  hours: { weekday: number; starts: number; ends: number }[];
  holidays: Holiday[];
  targets: { queue: Queue; priority: number; minutes: number | null; warn_share: number }[];
};

async function loadRow(db: Db | Tx, communityId: number): Promise<Row> {
  const { rows } = await sql<Row>`
    select c.time_zone,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'starts', h.starts,
          'ends', h.ends) order by h.weekday, h.starts), '[]'::json)
        from clock_hours h where h.community_id = c.id) as hours,
      (select coalesce(json_agg(json_build_object('day', h.day, 'name', h.name) order by h.day), '[]'::json)
        from clock_holiday h where h.community_id = c.id) as holidays,
      (select coalesce(json_agg(json_build_object('queue', t.queue, 'priority', t.priority,
          'minutes', t.minutes, 'warn_share', t.warn_share)), '[]'::json)
        from clock_target t where t.community_id = c.id) as targets
    from community c where c.id = ${communityId}
  `.execute(db);
  return rows[0]!;
}

/** The hours, holidays, zone and targets of a community, from its rows. */
export async function loadClocks(db: Db | Tx, communityId: number): Promise<Clocks> {
  const { time_zone: timeZone, hours, holidays, targets: own } = await loadRow(db, communityId);
  const week = ALWAYS.map((_, day) =>
    hours
      .filter(({ weekday }) => weekday === day + 1)
      .map(({ starts, ends }) => ({ starts, ends })),
  );
  const targetsOf = (queue: Queue): readonly Target[] =>
    PRIORITIES.map((priority) => {
      const set = own.find((row) => row.queue === queue && row.priority === priority);
      if (!set) return DEFAULT_TARGETS[queue][priority]!;
      return { minutes: set.minutes, warnShare: set.warn_share };
    });
  const targets = { ...DEFAULT_TARGETS };
  for (const queue of QUEUES) targets[queue] = targetsOf(queue);
  const calendar: WorkCalendar = {
    timeZone,
    week: hours.length === 0 ? ALWAYS : week,
    holidays: new Set(holidays.map(({ day }) => day)),
  };
  const digest = createHash("sha256")
    .update(JSON.stringify([timeZone, calendar.week, [...calendar.holidays]]))
    .digest("base64url");
  const basisOf = (queue: Queue, priority: number): string => {
    const { minutes, warnShare } = targets[queue][priority]!;
    return `${digest}:${minutes}:${warnShare}`;
  };
  return { timeZone, week, holidays, targets, calendar, basisOf };
}
