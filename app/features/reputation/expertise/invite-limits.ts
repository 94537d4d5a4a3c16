/** Invitations to answer that a member gets in a day (UTC). */
export const GETS_A_DAY = 3;
/** Invitations that a member sends in a day, and staff. */
export const SENDS_A_DAY = 5;
export const STAFF_SENDS_A_DAY = 50;

const DAY = 86_400_000;

/** The day of `now`, UTC. */
export function dayOf(now: Date): { start: Date; end: Date } {
  const start = Math.floor(now.getTime() / DAY) * DAY;
  return { start: new Date(start), end: new Date(start + DAY) };
}
