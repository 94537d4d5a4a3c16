import type { Queue } from "#db/schema-moderation.ts";

export const QUEUES = [
  "held",
  "reported",
  "suspect",
  "unanswered",
  "wants_staff",
  "personal_data",
  "incident",
  "appeal",
] as const satisfies readonly Queue[];

/** 0 can wait, 3 is about safety. */
export const PRIORITIES = [0, 1, 2, 3] as const;

export type Target = {
  /** Working minutes to close a case; `null`: none. */
  minutes: number | null;
  /** Per cent of them after which a warning is due. */
  warnShare: number;
};

export type Targets = Record<Queue, readonly Target[]>;

export const WARN_SHARE = 80;
export const MOST_MINUTES = 100_000;

const row = (...minutes: number[]): readonly Target[] =>
  minutes.map((of) => ({ minutes: of, warnShare: WARN_SHARE }));

/** Until a community sets its own, by priority from 0 to 3. */
export const DEFAULT_TARGETS: Targets = {
  held: row(1_440, 480, 120, 60),
  reported: row(2_880, 1_440, 240, 60),
  suspect: row(2_880, 1_440, 480, 60),
  unanswered: row(2_880, 1_440, 480, 240),
  wants_staff: row(2_880, 1_440, 480, 120),
  personal_data: row(480, 240, 60, 30),
  incident: row(480, 240, 60, 30),
  // A week.
  appeal: row(10_080, 10_080, 4_320, 1_440),
};
