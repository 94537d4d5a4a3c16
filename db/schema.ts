import type { ColumnType, Generated } from "kysely";
import type { MemberRole, Role } from "#app/lib/roles.ts";
import type { Stamp, MaybeStamp, Json } from "./column-types.ts";
import type { AutomodTables } from "./schema-automod.ts";
import type { AutomodRulesTables } from "./schema-automod-rules.ts";
import type { MaskingTables } from "./schema-masking.ts";
import type { ClockTables } from "./schema-clocks.ts";
import type { DeskTables } from "./schema-desk.ts";
import type { ModerationTables } from "./schema-moderation.ts";
import type { EscalationTables } from "./schema-escalation.ts";
import type { ReviewTables } from "./schema-review.ts";
import type { ReputationTables } from "./schema-reputation.ts";
import type { SearchTables } from "./schema-search.ts";
import type { ThreadsTables } from "./schema-threads.ts";
import type { TransparencyTables } from "./schema-transparency.ts";
import type { VerbTables } from "./schema-verbs.ts";

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
  /** Days after a case is closed until the details of guests who reported are forgotten. */
  reporter_days: Generated<number>;
  file_salt: Generated<string>;
  /** Helpful votes a member may give in a day (UTC). */
  votes_a_day: Generated<number>;
  /** The same, of members of the first rank. */
  votes_a_day_new: Generated<number>;
  /** Per cent of those who say they were helped that would have called; 0: nothing is said of calls. */
  call_share: Generated<number>;
  /** Things a member may be given to review in a day (UTC). */
  reviews_a_day: Generated<number>;
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
  /** Wants a mail about what became of their reports. */
  report_mails: Generated<boolean>;
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

/** A site whose pages may read the community's API. */
export type CommunityOriginTable = {
  community_id: number;
  origin: string;
  added_by: number | null;
  added_at: Stamp;
};

/** Communities, members, and what the service keeps for itself. */
type CommonTables = {
  community: CommunityTable;
  community_host: CommunityHostTable;
  member: MemberTable;
  member_session: MemberSessionTable;
  handle_reservation: HandleReservationTable;
  member_token: MemberTokenTable;
  space: SpaceTable;
  idempotency: IdempotencyTable;
  event: EventTable;
  mail: MailTable;
  import_record: ImportRecordTable;
  redirect: RedirectTable;
  api_key: ApiKeyTable;
  member_export: MemberExportTable;
  community_origin: CommunityOriginTable;
};

export type Database = CommonTables &
  VerbTables &
  ThreadsTables &
  ReputationTables &
  SearchTables &
  ModerationTables &
  TransparencyTables &
  DeskTables &
  ReviewTables &
  EscalationTables &
  MaskingTables &
  AutomodRulesTables &
  AutomodTables &
  ClockTables;
