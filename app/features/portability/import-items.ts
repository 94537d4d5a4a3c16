import type { Role } from "#app/lib/roles.ts";
import type { ContentState, IdeaStatus, ThreadKind } from "#db/schema-threads.ts";

/** Where in the files something stood, for the report. */
export type Where = { file: string; row: number; id: string };

/** A text as the source has it; what is stored is made from it by the allow-list. */
export type GivenText = { html: string } | { markdown: string } | { document: unknown };

/** A row's id in its source. Members, threads and posts are each numbered by themselves. */
export type Key = string;

type Item<T extends string> = { type: T; where: Where };

export type SpaceItem = Item<"space"> & {
  slug: string;
  name: string;
  description: string;
  icon: string;
  position: number;
  readRole: Role;
};

export type TagItem = Item<"tag"> & { slug: string; name: string };

export type MemberItem = Item<"member"> & {
  key: Key;
  handle: string;
  name: string;
  title: string;
  bio: GivenText | null;
  createdAt: Date;
};

export type PostFields = {
  key: Key;
  author: Key | null;
  /** Who wrote it, where that is nobody with an account. */
  sourceAuthor: string | null;
  text: GivenText;
  createdAt: Date;
  editedAt: Date | null;
  editor: Key | null;
  licence: string | null;
  sourceUrl: string | null;
  /** Addresses of this post in its source, without the host. */
  oldPaths: string[];
};

export type ThreadItem = Item<"thread"> & {
  key: Key;
  kind: ThreadKind;
  /** Slug of its space, or null for the space the import goes to. */
  space: string | null;
  title: string;
  tags: { slug: string; name: string }[];
  state: ContentState;
  stateReason: string;
  lockedAt: Date | null;
  lockedReason: string;
  pinned: boolean;
  ideaStatus: IdeaStatus | null;
  ideaNote: string;
  opening: PostFields;
};

export type PostItem = Item<"post" | "comment"> &
  PostFields & {
    thread: Key;
    /** Null for an answer; else the post it replies to. */
    parent: Key | null;
    state: ContentState;
    stateReason: string;
  };

/** The answer that solved a thread, or the brand's own. */
export type MarkItem = Item<"accepted" | "official"> & {
  thread: Key;
  post: Key;
  at: Date | null;
  by: Key | null;
};

/** A helpful vote: of a member, or known by its source alone. */
export type VoteItem = Item<"vote"> & {
  post: Key;
  member: Key | null;
  source: string | null;
  createdAt: Date;
};

export type SameHereItem = Item<"same_here"> & { thread: Key; member: Key; createdAt: Date };

export type RedirectItem = Item<"redirect"> & { path: string; thread: Key; post: Key | null };

export type ImportItem =
  | SpaceItem
  | TagItem
  | MemberItem
  | ThreadItem
  | PostItem
  | MarkItem
  | VoteItem
  | SameHereItem
  | RedirectItem;

/** That a thread or post will come, so that texts before it can link to it. */
export type OutlineItem =
  | { type: "thread"; key: Key; title: string; where: Where }
  | { type: "post"; key: Key; thread: Key; isOpening: boolean; where: Where };

/** What a link in an imported text leads to, in the source's ids. */
export type LinkTarget = { thread: Key } | { post: Key };

/** A set of files in one format. What it can't read it reports once, while `outline` is read. */
export type ImportSource = {
  /** Names the place it comes from in import_record and in vote sources. */
  name: string;
  baseUrl: string | null;
  /** Threads and posts that will come; a thread precedes its posts. */
  outline: () => AsyncIterable<OutlineItem>;
  /** Everything; what a row refers to precedes it. */
  items: () => AsyncIterable<ImportItem>;
  findTarget: (href: string) => LinkTarget | null;
};
