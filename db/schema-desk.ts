import type { Generated } from "kysely";

export type DeskViewTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  name: string;
  /** Queue and filters as in the address, `queue=held&over=1`. */
  query: string;
};

/** No row: the product's own. */
export type DeskSettingsTable = {
  community_id: number;
  /** 0: never. */
  unanswered_hours: number;
  /** "Same here" within two hours; 0: never. */
  incident_count: number;
};

export type DeskTables = { desk_view: DeskViewTable; desk_settings: DeskSettingsTable };
