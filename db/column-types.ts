import type { ColumnType } from "kysely";

/** A moment that the database fills in when none is given. */
export type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
export type MaybeStamp = ColumnType<
  Date | null,
  Date | string | null | undefined,
  Date | string | null
>;
/** A day, `2026-11-23`. */
export type MaybeDay = ColumnType<string | null, string | null | undefined, string | null>;
export type Json<T> = ColumnType<T, string, string>;
