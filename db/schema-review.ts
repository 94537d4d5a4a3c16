import type { Generated } from "kysely";
import type { MaybeStamp, Stamp } from "./column-types.ts";

export type ReviewKind = "first_post" | "close" | "duplicate" | "edit" | "held";

/** Of a proposal: do it or don't; of a post: keep or hide it; of an edit: keep or undo it. */
export type ReviewVerdict = "approve" | "refuse";

/** No row: the product's own settings. */
export type ReviewSettingTable = {
  community_id: number;
  kind: ReviewKind;
  enabled: boolean;
  /** `review`: whose rank unlocks it; `super_user`; `rank:2` and higher. */
  minimum: string;
  needed: number;
  /** Per cent of what comes that members get. */
  share: number;
  /** Per cent of what a reviewer gets that staff decided already. */
  known_share: number;
};

export type ReviewItemTable = {
  community_id: number;
  id: Generated<number>;
  kind: ReviewKind;
  thread_id: number;
  /** The answer or reply; `null`: the thread. */
  post_id: number | null;
  target_id: number | null;
  revision: number | null;
  author_id: number | null;
  proposed_by: number | null;
  reason: Generated<string>;
  case_id: number | null;
  state: Generated<"open" | "settled" | "staff" | "void" | "known">;
  outcome: ReviewVerdict | null;
  decision_id: number | null;
  settled_at: MaybeStamp;
  staff_outcome: ReviewVerdict | null;
  staff_at: MaybeStamp;
  created_at: Stamp;
};

export type ReviewTurnTable = {
  community_id: number;
  id: Generated<number>;
  item_id: number;
  member_id: number;
  known: boolean;
  given_at: Stamp;
  verdict: ReviewVerdict | "skip" | null;
  voted_at: MaybeStamp;
  weight: Generated<number>;
  agrees: boolean | null;
};

export type ReviewerTable = {
  community_id: number;
  member_id: number;
  closed_until: Stamp;
  tests_from: Stamp;
};

export type ReviewTables = {
  review_setting: ReviewSettingTable;
  review_item: ReviewItemTable;
  review_turn: ReviewTurnTable;
  reviewer: ReviewerTable;
};
