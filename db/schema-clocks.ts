import type { ColumnType, Generated } from "kysely";
import type { MaybeStamp } from "./column-types.ts";
import type { Queue } from "./schema-moderation.ts";

type Stamp = ColumnType<Date, Date | string, Date | string>;

export type NoticeKind = "warning" | "breach";

/** No row of a community: work goes on around the clock. */
export type ClockHoursTable = {
  community_id: number;
  /** 1 is Monday; a span belongs to the day it begins on. */
  weekday: number;
  /** Minutes by the wall clock. */
  starts: number;
  /** At or before the start: on the next day. */
  ends: number;
};

export type ClockHolidayTable = {
  community_id: number;
  /** `2026-12-25`; read it as text. */
  day: string;
  name: Generated<string>;
};

/** No row: the product's own target. */
export type ClockTargetTable = {
  community_id: number;
  queue: Queue;
  priority: number;
  /** Working minutes; `null`: none. */
  minutes: number | null;
  /** Per cent of the target after which a warning is due. */
  warn_share: number;
};

/** A case's clock; its row may be missing until the next minute. */
export type CaseClockTable = {
  community_id: number;
  case_id: number;
  /** When it was opened, or opened again. */
  started_at: MaybeStamp;
  /** What its times were worked out from, as a digest. */
  basis: Generated<string>;
  given_due_at: MaybeStamp;
  due_at: MaybeStamp;
  warn_at: MaybeStamp;
  first_claimed_at: MaybeStamp;
  /** Open again since its times were worked out. */
  reopened: Generated<boolean>;
};

export type ClockNoticeTable = {
  community_id: number;
  case_id: number;
  kind: NoticeKind;
  started_at: Stamp;
  moment: Stamp;
  told_at: Stamp;
};

export type ClockTables = {
  clock_hours: ClockHoursTable;
  clock_holiday: ClockHolidayTable;
  clock_target: ClockTargetTable;
  case_clock: CaseClockTable;
  clock_notice: ClockNoticeTable;
};
