const FIRST = Date.UTC(1980, 0, 1);
const DAY = 86_400_000;

/**
 * A date of a dump (ISO 8601; without a zone it is UTC), or null when it is none, before 1980 or
 * in the future.
 */
export function parseWhen(value: unknown, now = Date.now()): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const isWithoutZone = /T/.test(value) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(value);
  const time = Date.parse(isWithoutZone ? `${value}Z` : value);
  return time >= FIRST && time <= now + DAY ? new Date(time) : null;
}
