import type { ColumnType } from "kysely";
import type { Stamp } from "./column-types.ts";

export type TransparencyTable = {
  community_id: number;
  /** `2026-11`, or `year`: the last twelve months together. */
  period: string;
  figures: ColumnType<unknown, string, string>;
  counted_at: Stamp;
};

export type TransparencyTables = { transparency: TransparencyTable };
