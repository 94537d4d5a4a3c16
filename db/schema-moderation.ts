import type { ColumnType, Generated } from "kysely";
import type { Json, MaybeStamp, Stamp } from "./column-types.ts";

type DefaultJson<T> = ColumnType<T, string | undefined, string>;

export type Queue =
  | "held"
  | "reported"
  | "suspect"
  | "unanswered"
  | "wants_staff"
  | "personal_data"
  | "incident"
  | "appeal";

export type ReportKind =
  | "spam"
  | "rude"
  | "harassment"
  | "personal_data"
  | "off_topic"
  | "wrong"
  | "safety"
  | "illegal"
  | "other";
export type ReportOutcome = "agreed" | "declined";
export type SanctionKind = "warn" | "silence" | "suspend" | "ban";
export type AppealOutcome = "upheld" | "overturned";

/** What a decision found or left: target (`post:12`), field, value. */
export type Changes = Record<string, Record<string, unknown>>;

/** Of a case or decision; one of them is there. */
type SubjectColumns = {
  post_id: number | null;
  thread_id: number | null;
  member_id: number | null;
};

export type SpaceModeratorTable = {
  community_id: number;
  space_id: number;
  member_id: number;
  created_at: Stamp;
};

export type ModerationCaseTable = SubjectColumns & {
  community_id: number;
  id: Generated<number>;
  queue: Queue;
  space_id: number | null;
  /** 0 can wait, 3 is about safety. */
  priority: Generated<number>;
  /** What put it here, as message keys with their figures. */
  reasons: DefaultJson<unknown[]>;
  opened_at: Stamp;
  due_at: MaybeStamp;
  claimed_by: number | null;
  claimed_at: MaybeStamp;
  assigned_to: number | null;
  closed_at: MaybeStamp;
  closing_decision_id: number | null;
};

/** What was decided; written once, reversed by another. */
export type DecisionTable = SubjectColumns & {
  community_id: number;
  id: Generated<number>;
  verb: string;
  actor_id: number | null;
  /** The member, or who wrote the post. */
  about_id: number | null;
  space_id: number | null;
  case_id: number | null;
  rule: Generated<string>;
  ground: Generated<"terms" | "law">;
  /** To whom it is about. */
  reason: Generated<string>;
  /** Of staff, for staff. */
  note: Generated<string>;
  before: Json<Changes>;
  after: Json<Changes>;
  batch_id: number | null;
  reverses: number | null;
  /** A rule decided, no person. */
  automated: Generated<boolean>;
  created_at: Stamp;
};

export type ReportTable = SubjectColumns & {
  community_id: number;
  id: Generated<number>;
  reporter_id: number | null;
  case_id: number;
  kind: ReportKind;
  text: Generated<string>;
  legal_ground: Generated<string>;
  legal_name: Generated<string>;
  legal_email: Generated<string>;
  good_faith: Generated<boolean>;
  /** When it was made. */
  weight: number;
  trusted: Generated<boolean>;
  outcome: ReportOutcome | null;
  outcome_decision_id: number | null;
  created_at: Stamp;
};

export type SanctionTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  kind: SanctionKind;
  starts_at: ColumnType<Date, Date | string, Date | string>;
  /** `null`: until it is ended. */
  ends_at: MaybeStamp;
  decision_id: number;
  ended_by: number | null;
};

export type AppealTable = {
  community_id: number;
  id: Generated<number>;
  decision_id: number;
  member_id: number;
  text: string;
  created_at: Stamp;
  outcome: AppealOutcome | null;
  decided_by: number | null;
  decided_at: MaybeStamp;
  /** To whoever appealed. */
  answer: Generated<string>;
};

/** Only staff see it. */
export type MemberNoteTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  author_id: number | null;
  text: string;
  created_at: Stamp;
};

export type ThreadNoteTable = {
  community_id: number;
  id: Generated<number>;
  thread_id: number;
  author_id: number | null;
  text: string;
  created_at: Stamp;
};

export type CannedReplyTable = {
  community_id: number;
  id: Generated<number>;
  name: string;
  /** With variables in braces. */
  text: string;
  updated_by: number | null;
  updated_at: Stamp;
};

export type ModerationTables = {
  space_moderator: SpaceModeratorTable;
  moderation_case: ModerationCaseTable;
  decision: DecisionTable;
  report: ReportTable;
  sanction: SanctionTable;
  appeal: AppealTable;
  member_note: MemberNoteTable;
  thread_note: ThreadNoteTable;
  canned_reply: CannedReplyTable;
};
