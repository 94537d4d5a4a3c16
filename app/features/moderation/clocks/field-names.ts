/** 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The field of a target. */
export const targetField = (queue: string, priority: number) => `target-${queue}-${priority}`;

/** The field of a queue's warning share. */
export const warnField = (queue: string) => `warn-${queue}`;

/** What one field of the page says, and what is wrong with it. */
export type ClockField = (name: string) => {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};
