import type { Generated } from "kysely";
import type { Stamp, MaybeStamp, Json, MaybeDay } from "./column-types.ts";

export type PointRulesTable = {
  community_id: number;
  version: number;
  rules: Json<unknown>;
  /** What happened from then on counts by these; `null`: everything that ever happened. */
  effective_from: MaybeStamp;
  note: Generated<string>;
  published_by: number | null;
  published_at: Stamp;
};

/** What gave a member points, or took them back; never changed, so that it can be replayed. */
export type ReputationEntryTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  rule: string;
  rule_version: number;
  cause: string;
  number: number;
  points: number;
  /** Of the cause, UTC. */
  day: string;
  caused_at: Stamp;
  thread_id: number | null;
  post_id: number | null;
  giver_id: number | null;
  created_at: Stamp;
};

/** How often an accepted answer was read, and ended the writing of a question, in a month. */
export type AnswerReachTable = {
  community_id: number;
  post_id: number;
  /** The month's first day, UTC. */
  month: string;
  reads: Generated<number>;
  found: Generated<number>;
};

/** Whom a member's accepted answers helped, as of the last night. */
export type MemberImpactTable = {
  community_id: number;
  member_id: number;
  solved: number;
  helped: number;
  reads: number;
  same_here: number;
  worked: number;
  found: number;
  updated_at: Stamp;
};

export type MonthMailTable = {
  community_id: number;
  member_id: number;
  month: string;
  /** Of the secret in the link that ends these mails. */
  token_hash: string;
  created_at: Stamp;
};

export type RankListTable = {
  community_id: number;
  version: number;
  ranks: Json<unknown>;
  note: Generated<string>;
  published_by: number | null;
  published_at: Stamp;
};

export type RankChangeTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  from_rank: number;
  to_rank: number;
  list_version: number;
  created_at: Stamp;
};

export type VoteCaseKind = "ring" | "burst" | "new_accounts" | "accepting";

export type VoteCaseState = "open" | "upheld" | "dismissed";

/** Votes that look given for another reason than the post. */
export type VoteCaseTable = {
  community_id: number;
  id: Generated<number>;
  kind: VoteCaseKind;
  evidence: Json<unknown>;
  state: Generated<VoteCaseState>;
  opened_at: Stamp;
  decided_by: number | null;
  decided_at: MaybeStamp;
  note: Generated<string>;
};

export type VoteCaseMemberTable = {
  community_id: number;
  case_id: number;
  member_id: number;
  given_inside: number;
  given: number;
  received_inside: number;
  received: number;
};

/** What gives no points while a case holds it. */
export type HeldCauseTable = {
  community_id: number;
  cause: string;
  case_id: number;
  lifted: Generated<boolean>;
};

/** What a member knows about: a tag or a space. */
export type ExpertiseTable = {
  community_id: number;
  member_id: number;
  tag_id: number | null;
  space_id: number | null;
  /** As of 2020-01-01: time alone changes no row. */
  score: number;
  answers: number;
  accepted: number;
  helpful: number;
  updated_at: Stamp;
};

export type AnswerInviteTable = {
  community_id: number;
  thread_id: number;
  member_id: number;
  invited_by: number | null;
  created_at: Stamp;
};

/** What a brand adds to the catalogue of badges, or says otherwise of a built-in one. */
export type BadgeTable = {
  community_id: number;
  key: string;
  /** `built_in`: the row only turns off or renames. */
  kind: "built_in" | "by_hand" | "formula";
  name: Generated<string>;
  description: Generated<string>;
  icon: Generated<string>;
  track: Generated<string>;
  formula: Generated<string>;
  active: Generated<boolean>;
  created_by: number | null;
  created_at: Stamp;
};

/** A badge's level that a member has, or had until it was revoked. */
export type BadgeGrantTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  /** `tag:ID` for a tag's badge. */
  badge_key: string;
  level: Generated<number>;
  earned_at: Stamp;
  /** What earned it. */
  thread_id: number | null;
  post_id: number | null;
  by_hand: Generated<boolean>;
  granted_by: number | null;
  reason: Generated<string>;
  created_at: Stamp;
  revoked_at: MaybeStamp;
  /** `null` when its cause went. */
  revoked_by: number | null;
  revoke_reason: Generated<string>;
};

export type ProgrammeTable = {
  community_id: number;
  active: Generated<boolean>;
  term_months: Generated<number>;
  /** Where super users are among themselves. */
  space_id: number | null;
};

/** What members of the programme agree to. */
export type ProgrammeWordingTable = {
  community_id: number;
  version: number;
  text: string;
  published_by: number | null;
  published_at: Stamp;
};

export type TermState =
  "nominated" | "invited" | "active" | "renewed" | "left" | "expired" | "declined" | "ended";

/** A member's term in the programme, from the nomination on. */
export type ProgrammeTermTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  state: TermState;
  nominated_by: number | null;
  reason: Generated<string>;
  invited_at: MaybeStamp;
  consented_at: MaybeStamp;
  wording_version: number | null;
  /** May be named on the programme's page. */
  listed: Generated<boolean>;
  starts_on: MaybeDay;
  /** The first day without powers, UTC. */
  ends_on: MaybeDay;
  mentor_id: number | null;
  review_note: Generated<string>;
  reviewed_by: number | null;
  reviewed_at: MaybeStamp;
  ending_told_at: MaybeStamp;
  created_at: Stamp;
};

export type ProgrammeChangeTable = {
  community_id: number;
  id: Generated<number>;
  term_id: number;
  member_id: number;
  from_state: TermState | null;
  to_state: TermState;
  actor_id: number | null;
  reason: Generated<string>;
  created_at: Stamp;
};

export type PerkTable = {
  community_id: number;
  id: Generated<number>;
  name: string;
  description: Generated<string>;
  created_at: Stamp;
};

export type PerkCodeTable = {
  community_id: number;
  id: Generated<number>;
  perk_id: number;
  code: string;
  member_id: number | null;
  /** Also of one whose member is gone. */
  given_at: MaybeStamp;
};

export type GuidelineProposalTable = {
  community_id: number;
  id: Generated<number>;
  author_id: number | null;
  summary: string;
  markdown: string;
  /** The version it was written against. */
  base_version: number;
  state: Generated<"open" | "ratified" | "declined">;
  vote_ends_at: Stamp;
  decided_by: number | null;
  decided_at: MaybeStamp;
  decision_note: Generated<string>;
  created_at: Stamp;
};

/** A text that the guidelines had or have. */
export type GuidelineVersionTable = {
  community_id: number;
  number: number;
  markdown: string;
  proposal_id: number | null;
  ratified_by: number | null;
  ratified_at: Stamp;
  yes: Generated<number>;
  no: Generated<number>;
};

export type GuidelineVoteTable = {
  community_id: number;
  id: Generated<number>;
  proposal_id: number;
  member_id: number | null;
  yes: boolean;
  created_at: Stamp;
};

export type GuidelineCommentTable = {
  community_id: number;
  id: Generated<number>;
  proposal_id: number;
  author_id: number | null;
  text: string;
  created_at: Stamp;
};

/** Recognition: points, ranks, badges, expertise, the programme, guidelines. */
export type ReputationTables = {
  point_rules: PointRulesTable;
  reputation_entry: ReputationEntryTable;
  answer_reach: AnswerReachTable;
  member_impact: MemberImpactTable;
  month_mail: MonthMailTable;
  rank_list: RankListTable;
  rank_change: RankChangeTable;
  vote_case: VoteCaseTable;
  vote_case_member: VoteCaseMemberTable;
  held_cause: HeldCauseTable;
  expertise: ExpertiseTable;
  answer_invite: AnswerInviteTable;
  badge: BadgeTable;
  badge_grant: BadgeGrantTable;
  programme: ProgrammeTable;
  programme_wording: ProgrammeWordingTable;
  programme_term: ProgrammeTermTable;
  programme_change: ProgrammeChangeTable;
  perk: PerkTable;
  perk_code: PerkCodeTable;
  guideline_proposal: GuidelineProposalTable;
  guideline_version: GuidelineVersionTable;
  guideline_vote: GuidelineVoteTable;
  guideline_comment: GuidelineCommentTable;
};
