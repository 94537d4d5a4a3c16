/** Whether a seeded thread or post can be seen, waits for a moderator, or was taken away. */
export type SeedState = "published" | "held" | "hidden" | "deleted";

export type SeedRole = "member" | "super_user" | "moderator" | "admin";

export type SeedThreadKind = "question" | "discussion" | "idea" | "announcement";

export type SeedIdeaStatus = "new" | "under_review" | "planned" | "shipped" | "declined";

export type SeedIcon =
  | "router"
  | "speed"
  | "sim"
  | "globe"
  | "bill"
  | "home"
  | "tv"
  | "truck"
  | "message"
  | "idea"
  | "announce"
  | "wallet"
  | "box";

export interface SeedTheme {
  /** The brand colour as six-digit hex. */
  brand: string;
  /** Text colour on the brand colour, where the derived one is not wanted. */
  onBrand?: string;
  /** Corner radius in CSS pixels. */
  radius: number;
  /** Scale of rows and controls; 1 when left out. */
  density?: number;
  font?: string;
  headingFont?: string;
}

/** What a space asks of who starts a question there. */
export interface SeedField {
  kind: "text" | "choice" | "choices" | "boolean" | "number";
  label: string;
  help?: string;
  options?: string[];
}

export interface SeedSpace {
  slug: string;
  name: string;
  description: string;
  icon: SeedIcon;
  /** Lowest role that may read; guests when left out. */
  readRole?: "guest" | "member" | "super_user" | "moderator";
  /** Lowest role that may start threads; members when left out. */
  postRole?: "member" | "super_user" | "moderator";
  fields?: SeedField[];
}

export interface SeedTag {
  slug: string;
  name: string;
}

export interface SeedMember {
  handle: string;
  name: string;
  role: SeedRole;
  email: string;
  bio?: string;
  /** A staff member's team. */
  title?: string;
  joinedDaysAgo: number;
}

export interface SeedEdit {
  /** The text as it stood before this edit, in Markdown. */
  body: string;
  /** The title before this edit; only on a thread, and only if it changed. */
  title?: string;
  /** When the text was changed, in minutes after the thread started. */
  minutesAfter: number;
  reason?: string;
  /** Handle of whoever edited; the author when left out. */
  by?: string;
}

export interface SeedPost {
  key: string;
  /** An answer hangs off the thread; a reply hangs off `parentKey`. */
  kind: "answer" | "reply";
  parentKey?: string;
  author: string;
  /** Markdown. */
  body: string;
  /** Minutes after the thread started. */
  minutesAfter: number;
  /** Number of helpful votes. */
  helpful: number;
  official?: boolean;
  state?: SeedState;
  /** Earlier texts, oldest first. */
  edits?: SeedEdit[];
}

export interface SeedThread {
  key: string;
  kind: SeedThreadKind;
  /** Slug of the space. */
  space: string;
  /** Handle of the member who started it. */
  author: string;
  title: string;
  /** Markdown of the opening post. */
  body: string;
  /** Slugs of tags. */
  tags: string[];
  /** Age of the opening post in minutes. */
  minutesAgo: number;
  /** Number of helpful votes on the opening post. */
  helpful?: number;
  /** Number of members who said "same here", or "I want this" on an idea. */
  sameHere?: number;
  /** In order of time. */
  posts: SeedPost[];
  locked?: { reason: string };
  pinned?: boolean;
  state?: SeedState;
  ideaStatus?: SeedIdeaStatus;
  ideaNote?: string;
  /** Key of the accepted answer. */
  acceptedKey?: string;
  /** Minutes after the thread started when the answer was accepted. */
  acceptedAfterMinutes?: number;
  /** Handle of whoever accepted; the asker when left out. */
  acceptedBy?: string;
  /** Key of the official answer. */
  officialKey?: string;
  /** Earlier texts of the opening post, oldest first. */
  edits?: SeedEdit[];
}

export interface SeedTerm {
  handle: string;
  /** Days since the term began; it lasts twelve months. */
  startedDaysAgo: number;
  /** Whether the member may be named on the programme's page. */
  listed: boolean;
  /** Handle of whoever of the staff invited them. */
  by: string;
  /** Handle of another super user. */
  mentor?: string;
}

/** The super-user programme, and one open proposal for the guidelines. */
export interface SeedProgramme {
  /** Slug of the space in which super users meet. */
  space: string | null;
  /** Plain text that they agree to. */
  wording: string;
  /** Terms that run, of members who are super users. */
  terms: SeedTerm[];
  nominated: { handle: string; by: string; reason: string }[];
  perks: { name: string; description: string; codes: string[]; givenTo: string[] }[];
  proposal: {
    author: string;
    summary: string;
    /** What of the guidelines is replaced, and by what. */
    from: string;
    to: string;
    daysAgo: number;
    /** Handles of those who voted for and against. */
    yes: string[];
    no: string[];
    comments: { author: string; text: string }[];
  };
}

/** Something that waits at the desk. */
export interface SeedCase {
  queue: "held" | "reported" | "personal_data" | "wants_staff";
  /** Key of the thread or post. */
  about: string;
  /** From 0, can wait, to 3, about safety; 1 when left out. */
  priority?: number;
  minutesAgo: number;
  reports?: { by: string; kind: "spam" | "off_topic" | "other"; text: string }[];
  /** Who asked for the team, and what for. */
  asked?: { by: string; text: string };
}

export interface SeedDesk {
  cases: SeedCase[];
  replies: { name: string; text: string }[];
}

export interface SeedCommunity {
  slug: string;
  hosts: string[];
  name: string;
  tagline: string;
  locale: "en" | "ar";
  timeZone: string;
  theme: SeedTheme;
  /** The square mark: an SVG document with a background of its own. */
  logoSvg: string;
  /** Markdown. */
  guidelines: string;
  /** Markdown. */
  terms: string;
  spaces: SeedSpace[];
  tags: SeedTag[];
  members: SeedMember[];
  programme: SeedProgramme;
  desk: SeedDesk;
  threads: SeedThread[];
}
