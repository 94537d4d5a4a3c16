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
  created_at: Stamp;
};

export type CommunityHostTable = {
  host: string;
  community_id: number;
  is_primary: Generated<boolean>;
};

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
  thread_count: Generated<number>;
  answer_count: Generated<number>;
  accepted_count: Generated<number>;
  helpful_count: Generated<number>;
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

export type Database = {
  community: CommunityTable;
  community_host: CommunityHostTable;
  member: MemberTable;
  member_session: MemberSessionTable;
  member_token: MemberTokenTable;
  handle_reservation: HandleReservationTable;
  space: SpaceTable;
  tag: TagTable;
  thread: ThreadTable;
  thread_tag: ThreadTagTable;
  post: PostTable;
  revision: RevisionTable;
  vote: VoteTable;
  same_here: SameHereTable;
  idempotency: IdempotencyTable;
  event: EventTable;
  mail: MailTable;
  import_record: ImportRecordTable;
  redirect: RedirectTable;
  api_key: ApiKeyTable;
};
