import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Stamp, MaybeStamp, Json } from "./column-types.ts";

export type ThreadKind = "question" | "discussion" | "idea" | "announcement";

export type PostKind = "opening" | "answer" | "reply";

/** Who may see a row: published (by the space's rule), held and hidden (author, staff), deleted (staff). */
export type ContentState = "published" | "held" | "hidden" | "deleted";

export type IdeaStatus = "new" | "under_review" | "planned" | "shipped" | "declined";

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
  /** The thread its posts stood in before. */
  split_from: number | null;
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

/** What stands in a form that isn't sent yet. */
type UnsentColumns = {
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
};

/** What somebody wrote and has not sent yet; `key` says where it belongs. */
export type DraftTable = UnsentColumns & {
  community_id: number;
  member_id: number;
  key: string;
  /** Of an edit: the revision it was begun from. */
  base_revision: number | null;
  /** The writer's own counter: a lower one came late. */
  sequence: number;
  updated_at: Stamp;
};

/** A guest's question while they sign in. */
export type KeptQuestionTable = UnsentColumns & {
  community_id: number;
  token_hash: string;
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

/** Threads and what belongs to them: posts, tags, votes, drafts, follows, files. */
export type ThreadsTables = {
  space_field: SpaceFieldTable;
  thread_field: ThreadFieldTable;
  tag: TagTable;
  thread: ThreadTable;
  thread_change: ThreadChangeTable;
  hide_vote: HideVoteTable;
  thread_tag: ThreadTagTable;
  post: PostTable;
  revision: RevisionTable;
  vote: VoteTable;
  same_here: SameHereTable;
  idea_status_change: IdeaStatusChangeTable;
  fix_report: FixReportTable;
  draft: DraftTable;
  kept_question: KeptQuestionTable;
  follow: FollowTable;
  thread_read: ThreadReadTable;
  bookmark: BookmarkTable;
  stored_file: StoredFileTable;
  upload: UploadTable;
  post_upload: PostUploadTable;
};
