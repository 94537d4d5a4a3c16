import type { ColumnType, Generated } from "kysely";
import type { Json, MaybeStamp, Stamp } from "./column-types.ts";

/** A change of what automod is set to. */
export type AutomodChangeTable = {
  community_id: number;
  version: number;
  /** As they were left, without the secret of the outside check. */
  settings: Json<unknown>;
  /** The version whose settings it brought back. */
  back_to: number | null;
  actor_id: number | null;
  created_at: Stamp;
};

/** What other settings would have done with what was written. */
export type AutomodTrialTable = {
  community_id: number;
  id: Generated<number>;
  asked_by: number | null;
  asked_at: Stamp;
  settings: Json<unknown>;
  /** Of the settings they were changed from. */
  version: number;
  from_at: Stamp;
  until_at: Stamp;
  posts_done: Generated<number>;
  /** `null` until they are counted. */
  posts_all: number | null;
  /** `null` until it is done. */
  report: ColumnType<unknown, string | null | undefined, string | null>;
  failed: Generated<boolean>;
  done_at: MaybeStamp;
};

export type AutomodRulesTables = {
  automod_change: AutomodChangeTable;
  automod_trial: AutomodTrialTable;
};
