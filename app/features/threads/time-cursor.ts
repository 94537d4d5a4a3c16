import { sql, type RawBuilder } from "kysely";

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** A timestamp column as text to the microsecond: a Date would drop digits that a cursor needs. */
export function stampText(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** True for a cursor value that `stampText` can have written. */
export function isStamp(value: string | number): value is string {
  if (typeof value !== "string" || !STAMP.test(value)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === value.slice(0, 19);
}

/** True for a cursor value that a count of the database can be. */
export function isCount(value: string | number): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
}
