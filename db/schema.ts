import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { MemberRole, Role } from "#app/lib/roles.ts";

type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, string, string>;

export type ThreadKind = "question" | "discussion" | "idea" | "announcement";
export type PostKind = "opening" | "answer" | "reply";
/** Who may see a row: published (by the space's rule), held and hidden (author, staff), deleted (staff). */
export type ContentState = "published" | "held" | "hidden" | "deleted";
export type IdeaStatus = "new" | "under_review" | "planned" | "shipped" | "declined";

export type CommunityTable = {
  id: Generated<number>;
  slug: string;
  name: string;
  tagline: Generated<string>;
  locale: Generated<string>;
  /** Whether a guest's browser chooses the language of the pages; `locale` when it asks for none. */
  locale_open: Generated<boolean>;
  time_zone: Generated<string>;
  theme: ColumnType<unknown, string | undefined, string>;
  theme_css: Generated<string>;
  theme_hash: Generated<string>;
  logo_svg: Generated<string>;
  logo_hash: Generated<string>;
  guidelines: Generated<string>;
  guidelines_html: Generated<string>;
  terms: Generated<string>;
  terms_html: Generated<string>;
  /** What becomes of the posts of members who delete their account. */
  erase_policy: Generated<"keep" | "remove">;
  /** How many days searches are kept; 0: not at all. */
  search_log_days: Generated<number>;
  file_salt: Generated<string>;
  /** Helpful votes a member may give in a day (UTC). */
  votes_a_day: Generated<number>;
  /** The same, of members of the first rank. */
  votes_a_day_new: Generated<number>;
  /** Per cent of those who say they were helped that would have called; 0: nothing is said of calls. */
  call_share: Generated<number>;
  created_at: Stamp;
};

export type CommunityHostTable = {
  host: string;
  community_id: number;
  is_primary: Generated<boolean>;
};

/** Who sees a part of a profile. */
export type Audience = "everyone" | "members";

export type MemberTable = {
  community_id: number;
  id: Generated<number>;
  handle: string;
  handle_key: string;
  name: string;
  email: string | null;
  email_key: string | null;
  email_verified_at: MaybeStamp;
  password_hash: string | null;
  role: Generated<MemberRole>;
  title: Generated<string>;
  bio: Generated<string>;
  hue: Generated<number>;
  /** What they own of the brand's, in their words. */
  products: Generated<string[]>;
  show_products: Generated<Audience>;
  show_activity: Generated<Audience>;
  /** The language they chose to read in; `null`: as for a guest. */
  locale: Generated<string | null>;
  /** When the account ends; `null` unless its member asked for that. */
  erase_at: MaybeStamp;
  thread_count: Generated<number>;
  answer_count: Generated<number>;
  accepted_count: Generated<number>;
  helpful_count: Generated<number>;
  /** Sum of their entries in the ledger. */
  points: Generated<number>;
  /** Their place in the community's list of ranks, from 0. */
  rank: Generated<number>;
  /** Whether they want a mail about a new badge. */
  badge_mails: Generated<boolean>;
  /** May be suggested and invited to answer open questions. */
  open_to_invites: Generated<boolean>;
  on_leaderboards: Generated<boolean>;
  /** Wants a mail about each month. */
  month_mails: Generated<boolean>;
  /** Their badge may be shown on other sites. */
  open_badge: Generated<boolean>;
  created_at: Stamp;
};

export type MemberSessionTable = {
  id_hash: string;
  community_id: number;
  member_id: number;
  user_agent: Generated<string>;
  network: Generated<string>;
  created_at: Stamp;
  expires_at: Stamp;
};

export type HandleReservationTable = {
  community_id: number;
  handle_key: string;
  email_key: string;
  password_hash: string;
  created_at: Stamp;
};

export type MemberTokenTable = {
  token_hash: string;
  community_id: number;
  member_id: number;
  purpose: "verify_email" | "reset_password" | "change_email";
  email: string;
  created_at: Stamp;
  expires_at: Stamp;
  used_at: MaybeStamp;
};

export type SpaceTable = {
  community_id: number;
  id: Generated<number>;
  slug: string;
  name: string;
  description: Generated<string>;
  icon: Generated<string>;
  position: Generated<number>;
  read_role: Generated<Role>;
  post_role: Generated<MemberRole>;
  thread_count: Generated<number>;
};

export type FieldKind = "text" | "choice" | "choices" | "boolean" | "number";

/** What a space asks of who starts a thread there. */
export type SpaceFieldTable = {
  community_id: number;
  id: Generated<number>;
  space_id: number;
  kind: FieldKind;
  label: string;
  help: Generated<string>;
  options: Generated<string[]>;
  required: Generated<boolean>;
  position: Generated<number>;
  /** Not asked any more; what was said stays. */
  archived_at: MaybeStamp;
};

/** What was said; of several choices each is a row. */
export type ThreadFieldTable = {
  community_id: number;
  thread_id: number;
  field_id: number;
  value: string;
};

export type TagTable = {
  community_id: number;
  id: Generated<number>;
  slug: string;
  name: string;
  thread_count: Generated<number>;
};

export type ThreadTable = {
  community_id: number;
  id: Generated<number>;
  kind: ThreadKind;
  space_id: number;
  author_id: number | null;
  title: string;
  slug: string;
  state: Generated<ContentState>;
  state_reason: Generated<string>;
  state_by: number | null;
  state_at: MaybeStamp;
  locked_at: MaybeStamp;
  locked_reason: Generated<string>;
  pinned: Generated<boolean>;
  idea_status: IdeaStatus | null;
  idea_note: Generated<string>;
  opening_post_id: number | null;
  accepted_post_id: number | null;
  accepted_by: number | null;
  accepted_at: MaybeStamp;
  official_post_id: number | null;
  official_at: MaybeStamp;
  answer_count: Generated<number>;
  reply_count: Generated<number>;
  same_here_count: Generated<number>;
  helpful_count: Generated<number>;
  score: GeneratedAlways<number>;
  line_who: Generated<string>;
  line_text: Generated<string>;
  search_vector: GeneratedAlways<string>;
  created_at: Stamp;
  first_answer_at: MaybeStamp;
  last_activity_at: Stamp;
  /** The idea it was merged into: it then takes no posts and stands in no list. */
  merged_into: number | null;
  merged_at: MaybeStamp;
  /** The question that answers it; it is locked then. */
  duplicate_of: number | null;
};

export type ThreadChangeKind = "tags" | "space" | "duplicate" | "pin";

/** Who changed what of a thread's place, tags and pin. */
export type ThreadChangeTable = {
  community_id: number;
  id: Generated<number>;
  thread_id: number;
  actor_id: number | null;
  kind: ThreadChangeKind;
  /** Slugs of tags, the id of a space or of a thread, whether pinned. */
  before: Json<unknown>;
  after: Json<unknown>;
  created_at: Stamp;
};

/** A member's vote to hide a post, once for each post. */
export type HideVoteTable = {
  community_id: number;
  post_id: number;
  member_id: number;
  reason: string;
  created_at: Stamp;
  /** When staff decided; a closed vote hides nothing. */
  closed_at: MaybeStamp;
};

export type ThreadTagTable = { community_id: number; thread_id: number; tag_id: number };

export type PostTable = {
  community_id: number;
  id: Generated<number>;
  thread_id: number;
  kind: PostKind;
  parent_id: number | null;
  root_id: number;
  author_id: number | null;
  document: Json<unknown>;
  html: string;
  text: string;
  state: Generated<ContentState>;
  state_reason: Generated<string>;
  state_by: number | null;
  state_at: MaybeStamp;
  official: Generated<boolean>;
  helpful_count: Generated<number>;
  revision: Generated<number>;
  edited_at: MaybeStamp;
  edited_by: number | null;
  licence: string | null;
  source_url: string | null;
  source_author: string | null;
  works_count: Generated<number>;
  last_worked_at: MaybeStamp;
  created_at: Stamp;
};

export type RevisionTable = {
  community_id: number;
  post_id: number;
  number: number;
  title: string | null;
  document: Json<unknown>;
  text: string;
  editor_id: number | null;
  reason: Generated<string>;
  created_at: Stamp;
};

export type VoteTable = {
  community_id: number;
  id: Generated<number>;
  post_id: number;
  member_id: number | null;
  source: string | null;
  created_at: Stamp;
};

export type SameHereTable = {
  community_id: number;
  thread_id: number;
  member_id: number;
  created_at: Stamp;
};

export type IdeaStatusChangeTable = {
  community_id: number;
  id: Generated<number>;
  thread_id: number;
  actor_id: number | null;
  from_status: IdeaStatus;
  to_status: IdeaStatus;
  note: Generated<string>;
  created_at: Stamp;
};

export type FixReportTable = {
  community_id: number;
  id: Generated<number>;
  thread_id: number;
  post_id: number;
  member_id: number | null;
  visit_hash: string | null;
  works: boolean;
  created_at: Stamp;
};

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

type MaybeDay = ColumnType<string | null, string | null | undefined, string | null>;

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

export type IdempotencyTable = {
  community_id: number;
  member_id: number;
  key: string;
  request_hash: string;
  response: Json<unknown>;
  created_at: Stamp;
};

export type EventTable = {
  community_id: number;
  id: Generated<string>;
  type: string;
  payload: Json<unknown>;
  actor_id: number | null;
  created_at: Stamp;
};

export type MailTable = {
  community_id: number;
  id: Generated<number>;
  dedupe_key: string;
  member_id: number | null;
  to_address: string;
  subject: string;
  html: string;
  text: string;
  /** Where mail programs send a reader's wish for no more of these; gone once sent. */
  unsubscribe_url: Generated<string | null>;
  created_at: Stamp;
  sent_at: MaybeStamp;
};

export type ImportRecordTable = {
  community_id: number;
  source: string;
  kind: string;
  source_id: string;
  target_id: number;
};

export type RedirectTable = {
  community_id: number;
  path: string;
  thread_id: number;
  post_id: number | null;
};

export type ApiKeyTable = {
  community_id: number;
  id: Generated<number>;
  key_hash: string;
  name: string;
  role: MemberRole;
  created_at: Stamp;
  revoked_at: MaybeStamp;
};

/** What somebody wrote and has not sent yet; `key` says where it belongs. */
export type DraftTable = {
  community_id: number;
  member_id: number;
  key: string;
  title: Generated<string>;
  /** Markdown. */
  body: Generated<string>;
  document: ColumnType<unknown, string | null, string | null>;
  space_slug: Generated<string>;
  tags: Generated<string>;
  kind: Generated<string>;
  tried: Generated<string>;
  /** What stands in the fields of its space, by their names in the form. */
  details: ColumnType<Record<string, string>, string | undefined, string>;
  /** Of an edit: the revision it was begun from. */
  base_revision: number | null;
  /** The writer's own counter: a lower one came late. */
  sequence: number;
  updated_at: Stamp;
};

/** A guest's question while they sign in. */
export type KeptQuestionTable = {
  community_id: number;
  token_hash: string;
  title: Generated<string>;
  body: Generated<string>;
  document: ColumnType<unknown, string | null, string | null>;
  space_slug: Generated<string>;
  tags: Generated<string>;
  kind: Generated<string>;
  tried: Generated<string>;
  /** What stands in the fields of its space, by their names in the form. */
  details: ColumnType<Record<string, string>, string | undefined, string>;
  expires_at: Stamp;
};

export type FollowKind = "thread" | "space" | "tag" | "member";

export type FollowTable = {
  community_id: number;
  member_id: number;
  subject_kind: FollowKind;
  subject_id: number;
  created_at: Stamp;
};

/** How far a member read a thread. */
export type ThreadReadTable = {
  community_id: number;
  member_id: number;
  thread_id: number;
  last_post_id: number;
  read_at: Stamp;
};

export type BookmarkTable = {
  community_id: number;
  member_id: number;
  post_id: number;
  created_at: Stamp;
};

export type MemberExportTable = {
  community_id: number;
  id: Generated<number>;
  member_id: number;
  asked_at: Stamp;
  ready_at: MaybeStamp;
  expires_at: Stamp;
  /** JSON, once it is ready. */
  body: string | null;
};

/** Which generation of the search index is asked, and which one is being built. */
export type SearchIndexTable = {
  community_id: number;
  live: number;
  building: number | null;
  building_since: MaybeStamp;
  analysis_version: number;
};

export type SearchDocumentTable = {
  community_id: number;
  generation: number;
  thread_id: number;
  version: number;
  content_hash: string;
  language: string;
  kind: string;
  status: string;
  space_id: number;
  author_key: string;
  tags: string[];
  external_id: string | null;
  solved: boolean;
  official: boolean;
  helpful: number;
  created_at: Stamp;
  active_at: Stamp;
  title_keys: number[];
  title_signature: Buffer;
};

export type SearchTextTable = {
  community_id: number;
  generation: number;
  thread_id: number;
  keys: number[];
  signature: Buffer;
  title_terms: string[];
  terms: string[];
  forms: string[];
};

export type SearchWordTable = {
  community_id: number;
  generation: number;
  word: string;
  titles: Generated<number>;
  documents: Generated<number>;
  forms: Generated<number>;
  near: Generated<number[]>;
};

export type SearchRelatedTable = {
  community_id: number;
  generation: number;
  term: string;
  related: string[];
  similarity: number[];
};

export type SearchOutboxTable = { community_id: number; thread_id: number; version: number };

export type SearchSynonymTable = {
  community_id: number;
  id: Generated<number>;
  words: string;
  means: string;
  both_ways: Generated<boolean>;
  updated_by: number | null;
  updated_at: Stamp;
};

export type SearchWordRuleTable = {
  community_id: number;
  word: string;
  rule: "keep" | "stop";
  updated_by: number | null;
  updated_at: Stamp;
};

/** A new version with each change of a community's synonyms and word rules. */
export type SearchWordsVersionTable = { community_id: number; version: string };

export type SearchPinTable = {
  community_id: number;
  query_key: string;
  thread_id: number;
  position: Generated<number>;
  /** As staff wrote it. */
  query: Generated<string>;
  updated_by: number | null;
  updated_at: Stamp;
};

/** A site whose pages may read the community's API. */
export type CommunityOriginTable = {
  community_id: number;
  origin: string;
  added_by: number | null;
  added_at: Stamp;
};

export type SearchLogTable = {
  community_id: number;
  id: Generated<number>;
  token_hash: string;
  /** As typed, without personal details. */
  query: string;
  query_key: string;
  language: string;
  source: "page" | "box" | "ask" | "api";
  total: number;
  shown: number[];
  clicked: Generated<number[]>;
  solved: Generated<boolean>;
  asked: Generated<boolean>;
  hour: ColumnType<Date, Date, Date>;
};

/** Counts of a query that was searched several times, by a hash of its words. */
export type SearchWeekTable = {
  community_id: number;
  key_hash: string;
  /** Its Monday, `2026-11-23`. */
  week: ColumnType<string, string, string>;
  searches: number;
  found: number;
  succeeded: number;
};

/** Queries that staff have taken up together. */
export type SearchCaseTable = {
  community_id: number;
  id: Generated<number>;
  name: string;
  state: Generated<"open" | "answered" | "solved">;
  assignee_id: number | null;
  thread_id: number | null;
  answered_at: MaybeStamp;
  solved_at: MaybeStamp;
  /** The last kept search before it was marked as solved. */
  solved_log_id: number | null;
  before_searches: Generated<number>;
  before_succeeded: Generated<number>;
  created_at: Stamp;
};

export type SearchCaseQueryTable = { community_id: number; query_key: string; case_id: number };

/** What lies in the storage, noted before it is written; its parts are files below its key. */
export type StoredFileTable = {
  community_id: number;
  /** SHA-256 of the community's salt and the content received, hex. */
  key: string;
  parts: string[];
  used_at: Stamp;
};

export type UploadTable = {
  community_id: number;
  /** 128 random bits, base32. */
  id: string;
  member_id: number | null;
  kind: "image" | "file";
  name: string;
  mime: string;
  /** As served. */
  bytes: number;
  /** As sent by the member: what counts for quotas. */
  received_bytes: number;
  width: number | null;
  height: number | null;
  file_key: string;
  created_at: Stamp;
  attached_at: MaybeStamp;
};

export type PostUploadTable = {
  community_id: number;
  post_id: number;
  upload_id: string;
  /** False when only an earlier revision shows it. */
  current: Generated<boolean>;
};

export type Database = {
  community: CommunityTable;
  community_host: CommunityHostTable;
  member: MemberTable;
  member_session: MemberSessionTable;
  member_token: MemberTokenTable;
  handle_reservation: HandleReservationTable;
  space: SpaceTable;
  space_field: SpaceFieldTable;
  thread_field: ThreadFieldTable;
  tag: TagTable;
  hide_vote: HideVoteTable;
  thread: ThreadTable;
  thread_change: ThreadChangeTable;
  thread_tag: ThreadTagTable;
  post: PostTable;
  revision: RevisionTable;
  vote: VoteTable;
  same_here: SameHereTable;
  idea_status_change: IdeaStatusChangeTable;
  fix_report: FixReportTable;
  point_rules: PointRulesTable;
  reputation_entry: ReputationEntryTable;
  answer_reach: AnswerReachTable;
  member_impact: MemberImpactTable;
  month_mail: MonthMailTable;
  rank_list: RankListTable;
  rank_change: RankChangeTable;
  badge: BadgeTable;
  badge_grant: BadgeGrantTable;
  vote_case: VoteCaseTable;
  vote_case_member: VoteCaseMemberTable;
  held_cause: HeldCauseTable;
  expertise: ExpertiseTable;
  answer_invite: AnswerInviteTable;
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
  idempotency: IdempotencyTable;
  event: EventTable;
  mail: MailTable;
  import_record: ImportRecordTable;
  redirect: RedirectTable;
  api_key: ApiKeyTable;
  draft: DraftTable;
  kept_question: KeptQuestionTable;
  follow: FollowTable;
  thread_read: ThreadReadTable;
  bookmark: BookmarkTable;
  member_export: MemberExportTable;
  search_index: SearchIndexTable;
  search_document: SearchDocumentTable;
  search_text: SearchTextTable;
  search_word: SearchWordTable;
  search_related: SearchRelatedTable;
  search_outbox: SearchOutboxTable;
  search_synonym: SearchSynonymTable;
  search_word_rule: SearchWordRuleTable;
  search_pin: SearchPinTable;
  search_words_version: SearchWordsVersionTable;
  community_origin: CommunityOriginTable;
  search_log: SearchLogTable;
  search_week: SearchWeekTable;
  search_case: SearchCaseTable;
  search_case_query: SearchCaseQueryTable;
  stored_file: StoredFileTable;
  upload: UploadTable;
  post_upload: PostUploadTable;
};
