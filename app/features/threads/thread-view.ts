import type { TimeText } from "#app/i18n/format-time.ts";
import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { Role } from "#app/lib/roles.ts";
import type {
  ContentState,
  FieldKind,
  IdeaStatus,
  PostKind,
  ThreadKind,
} from "#db/schema-threads.ts";

/** What a thread's one state word is; an idea carries its status. */
export type ThreadStateKey =
  | "held"
  | "hidden"
  | "deleted"
  | "solved"
  | "official"
  | "locked"
  | "no_answer"
  | "open"
  | "discussion"
  | "announcement"
  | `idea_${IdeaStatus}`;

export type SpaceRef = { slug: string; name: string };
export type TagRef = { slug: string; name: string };

/** What the asker said in a field of the space; of "yes or no" the value is `yes` or `no`. */
export type ThreadField = { label: string; kind: FieldKind; values: string[] };

/** Who wrote it; `null` beside a post means that nobody here did (an import, or an erased member). */
export type AuthorView = AuthorMark & {
  handle: string;
  name: string;
  /** 0 to 11: the colour of the initials. */
  hue: number;
  /** A staff member's team. */
  title: string;
};

/** A thread in a list. */
export type ThreadRow = {
  id: number;
  href: string;
  title: string;
  kind: ThreadKind;
  stateKey: ThreadStateKey;
  /** The accepted or official answer in one line. */
  line: { who: string; text: string; official: boolean } | null;
  space: SpaceRef;
  author: ({ handle: string; name: string } & AuthorMark) | null;
  /** Last activity. */
  at: TimeText;
  counts: { sameHere: number; replies: number };
  pinned: boolean;
  /** Followed or read before, with newer posts of others. */
  unread?: boolean;
};

export type ThreadList = { threads: ThreadRow[]; next: string | null };

/** What the viewer may do with a post. */
export type PostCan = {
  edit: boolean;
  delete: boolean;
  restore: boolean;
  hide: boolean;
  voteHide: boolean;
  unhide: boolean;
  vote: boolean;
  reply: boolean;
  accept: boolean;
  unaccept: boolean;
  markOfficial: boolean;
  seeRevisions: boolean;
};

/** A post as a page shows it. When `stub` is true it only says that something was here, and why not. */
export type PostView = {
  id: number;
  kind: PostKind;
  parentId: number | null;
  rootId: number;
  href: string;
  /** Stored safe HTML; empty for a stub. */
  html: string;
  stub: boolean;
  author: AuthorView | null;
  at: TimeText;
  editedAt: TimeText | null;
  revision: number;
  helpful: number;
  viewerVoted: boolean;
  viewerBookmarked: boolean;
  mine: boolean;
  /** Written by whoever started the thread. */
  byAsker: boolean;
  official: boolean;
  accepted: boolean;
  state: ContentState;
  stateReason: string;
  /** Votes to hide it; `null` for whoever may not vote so. */
  hideVotes: { count: number; needed: number; mine: boolean } | null;
  /** For how many readers it worked, and when last; `null` when for nobody yet. */
  worked: { count: number; last: TimeText } | null;
  /** Where an imported post came from. */
  source: { url: string | null; author: string | null; licence: string | null } | null;
  can: PostCan;
};

/** A top-level post with what was replied to it. */
export type PostWithReplies = PostView & {
  replies: PostView[];
  /** Replies beyond those given; all of them come with `allRepliesOf: id`. */
  moreReplies: number;
};

/** What the viewer may do with a thread. */
export type ThreadCan = {
  answer: boolean;
  sameHere: boolean;
  lock: boolean;
  unlock: boolean;
  delete: boolean;
  restore: boolean;
  hide: boolean;
  manageIdea: boolean;
  /** Change its tags or space, or close it as a duplicate. */
  tend: boolean;
  askTeam: boolean;
  propose: boolean;
  undoDuplicate: boolean;
  pin: boolean;
  unpin: boolean;
  reportFix: boolean;
  /** Invite members to answer, as long as it is open. */
  invite: boolean;
};

/** When what happened; durations are in words, from the moment it was asked. */
export type ThreadTimeline = {
  asked: TimeText;
  firstAnswer: { after: string; at: TimeText } | null;
  solved: { after: string; at: TimeText; by: string | null } | null;
  official: { at: TimeText; by: string | null } | null;
};

export type RelatedThread = {
  id: number;
  href: string;
  title: string;
  kind: ThreadKind;
  stateKey: ThreadStateKey;
  counts: { sameHere: number; replies: number };
};

export type ThreadView = {
  id: number;
  href: string;
  slug: string;
  title: string;
  kind: ThreadKind;
  stateKey: ThreadStateKey;
  state: ContentState;
  stateReason: string;
  locked: { reason: string; at: TimeText } | null;
  pinned: boolean;
  idea: { status: IdeaStatus; note: string } | null;
  space: SpaceRef & { readRole: Role };
  tags: TagRef[];
  fields: ThreadField[];
  author: { handle: string; name: string } | null;
  /** Name of whoever accepted the answer. */
  acceptedBy: string | null;
  mine: boolean;
  at: TimeText;
  lastActivity: TimeText;
  counts: { answers: number; replies: number; sameHere: number; helpful: number };
  viewerSameHere: boolean;
  viewerFollows: boolean;
  /** Whether the accepted or official answer worked for the viewer; `null` when they didn't say. */
  viewerFix: boolean | null;
  /** Where it was merged into; `null` also when the viewer may not go there. */
  mergedInto: { href: string; title: string } | null;
  /** Where its posts stood before; `null` also when the viewer may not go there. */
  splitFrom: { href: string; title: string } | null;
  /** The threads that posts of it were moved into. */
  splitInto: { href: string; title: string }[];
  /** The question that answers it; without an address where the viewer may not go there. */
  duplicateOf: { href: string; title: string } | "unseen" | null;
  acceptedPostId: number | null;
  officialPostId: number | null;
  timeline: ThreadTimeline;
  can: ThreadCan;
};

export type ThreadSort = "oldest" | "helpful";

/** A page of answers among all: pages and answers count from 1. */
export type PagePlace = { page: number; pages: number; from: number; to: number; total: number };

/** A whole thread page: accepted and official answers come on every page of answers. */
export type ThreadPage = {
  thread: ThreadView;
  opening: PostWithReplies;
  accepted: PostWithReplies | null;
  /** `null` also when the official answer is the accepted one. */
  official: PostWithReplies | null;
  /** The other answers of this page. */
  answers: PostWithReplies[];
  sort: ThreadSort;
  /** Cursor of the next page of answers. */
  next: string | null;
  /** True when answers come before this page. */
  hasEarlier: boolean;
  /** Where among the pages of answers this is; `null` after a cursor, and when there is one page. */
  place: PagePlace | null;
  related: RelatedThread[];
};

/** What of a thread decides its state word. */
export type StateFacts = {
  kind: ThreadKind;
  state: ContentState;
  accepted_post_id: number | null;
  official_post_id: number | null;
  locked_at: Date | null;
  answer_count: number;
  idea_status: IdeaStatus | null;
};

/** The one state word of a thread: visibility first, then what solved it, then what it waits for. */
export function stateKeyOf(thread: StateFacts): ThreadStateKey {
  if (thread.state !== "published") return thread.state;
  if (thread.kind === "idea") return `idea_${thread.idea_status ?? "new"}`;
  if (thread.accepted_post_id !== null) return "solved";
  if (thread.official_post_id !== null) return "official";
  if (thread.locked_at !== null) return "locked";
  if (thread.kind !== "question") return thread.kind;
  return thread.answer_count === 0 ? "no_answer" : "open";
}

/** Address of a thread. */
export function threadHref(id: number, slug: string): string {
  return `/t/${id}/${slug}`;
}
