import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import type { TimeText } from "#app/i18n/format-time.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import type { Queue } from "#db/schema-moderation.ts";
import type { DeskPlace } from "./desk-place.ts";
import type { DeskView } from "./keep-views.server.ts";

export type Named = { name: string; hue: number };

/** What is left of the time that a case may take; `part` of 100 has gone by. */
export type ClockView = { state: "over" | "soon" | "fine"; text: string; part: number };

/** Who is at a case. */
export type Claim = { name: string; own: boolean };

/** A case in the queue. */
export type CaseLine = {
  id: number;
  queue: Queue;
  /** About safety, or long over: shown first. */
  urgent: boolean;
  title: string;
  excerpt: string;
  who: Named | null;
  /** "3 reports", "New here". */
  note: string;
  clock: ClockView | null;
  claim: Claim | null;
};

/** A post of the thread that a case is about. */
export type CasePost = {
  id: number;
  handle: string | null;
  name: string;
  hue: number;
  mark: AuthorMark | null;
  at: TimeText;
  html: string;
  state: "published" | "held" | "hidden" | "deleted";
  /** The one that the case is about. */
  own: boolean;
};

/** What happened before, the oldest first. */
export type LogLine = {
  kind: "found" | "report" | "decision" | "appeal" | "claim";
  text: string;
  at: TimeText;
};

/** Of staff, for staff. */
export type Note = { id: number; by: string; at: TimeText; text: string };

/** What staff know of a member who is decided about. */
export type MemberRecord = {
  handle: string;
  name: string;
  hue: number;
  mark: AuthorMark;
  joined: string;
  figures: { posts: number; solutions: number; warnings: number; goodReports: number };
  /** What holds now, in words. */
  sanctions: { id: number; text: string }[];
  notes: Note[];
};

/** The case that is open in the desk. */
export type OpenCase = {
  id: number;
  queue: Queue;
  subject: { kind: "post" | "thread" | "member"; id: number };
  /** The newest decision about the subject; another since then is a conflict. */
  lastSeen: number | null;
  why: string[];
  thread: {
    id: number;
    title: string;
    href: string;
    space: string;
    posts: number;
    /** A question is answered, anything else replied to. */
    kind: ThreadKind;
    spaceSlug: string;
    notes: Note[];
  } | null;
  /** Where text and tags are edited; `null` where the actor may not. */
  editHref: string | null;
  tendHref: string | null;
  /** Where staff may look at what was masked; `null` where nothing was. */
  originalHref: string | null;
  /** Where the case is handed to the brand's own ticket system, and to members who review. */
  escalateHref: string | null;
  handOverHref: string | null;
  priority: number;
  assignedTo: number | null;
  /** Who may be given the case. */
  workers: { id: number; name: string }[];
  posts: CasePost[];
  /** Posts between those shown. */
  skipped: number;
  log: LogLine[];
  claim: Claim | null;
  member: MemberRecord | null;
  /** What the actor may decide here. */
  verbs: ModerationVerb[];
  spaces: { slug: string; name: string }[];
  /** The appeal to be answered. */
  appeal: { id: number; text: string; decision: string } | null;
};

export type CannedReply = { id: number; name: string; text: string };

/** The desk as its reader sees it. */
export type DeskPage = {
  place: DeskPlace;
  views: DeskView[];
  /** To choose from; those that the reader moderates, where they are no staff. */
  spaces: { id: number; name: string }[];
  counts: { queue: Queue; count: number }[];
  waiting: number;
  over: number;
  lines: CaseLine[];
  /** Where the list goes on. */
  next: string | null;
  open: OpenCase | null;
  canned: CannedReply[];
  /** The decision just made, which one key takes back. */
  undo: { decisionId: number; text: string } | null;
  /** How many cases were decided about together just now. */
  done: number | null;
  /** Another for each form, so that sent twice it answers once. */
  answerKey: string;
};
